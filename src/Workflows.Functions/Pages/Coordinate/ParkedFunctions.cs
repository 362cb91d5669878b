using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>What forms sent and no mapping could read: what arrived, what is wrong with it, and a form in which it is mended.</summary>
sealed class ParkedFunctions(Screens screens, WaitingSubmissions waiting, ParkedDesk desk, DirectoryStore directory, AuditTrail trail)
{
    public const string ReasonField = "reason";

    const string Address = "/regie/aanmeldingen";
    const string BecameQuery = "verwijzing";
    const string BecameBeforeQuery = "al";
    const string AwayQuery = "weg";
    const int MostShown = 100;

    /// <summary><c>GET /regie/aanmeldingen</c>: since when they wait and until when; what is in them stands on their own pages.</summary>
    [Function("ListParked")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/aanmeldingen")] HttpRequest request, CancellationToken cancellation)
    {
        var (caller, filters) = (request.Caller, new Filters(request));
        await trail.RecordAsync(AuditEvents.ListRead, caller, caller.Organisation);
        var forms = (await directory.SharedAsync(cancellation)).Forms;
        var rows = await waiting.AllAsync(WaitingPlace.ParkedAt(caller.Organisation!), cancellation).Take(MostShown).ToListAsync(cancellation);
        return await screens.ShowAsync<ParkedListPage>(request, new
        {
            Submissions = (IReadOnlyList<ParkedItem>)
                [.. rows.OrderBy(row => row.ReceivedAt).Select(row => new ParkedItem(row.Referral, forms.FirstOrDefault(form => form.Id == row.Source)?.Name ?? row.Source, row.ReceivedAt, row.ExpiresAt))],
            Became = AuditTrail.IdOf(filters[BecameQuery] ?? filters[BecameBeforeQuery]),
            IsOld = filters[BecameBeforeQuery] is not null,
            WasPutAside = filters[AwayQuery] is not null,
        });
    }

    /// <summary><c>GET /regie/aanmeldingen/{id}</c>.</summary>
    [Function("AskForParked")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie/aanmeldingen/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, request.Caller, cancellation) is not var (row, content))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (content is null || Decided(row) is not null)
        {
            return Decided(row) ?? Away();
        }

        await trail.RecordAsync(AuditEvents.ParkedRead, request.Caller, request.Caller.Organisation, row.Referral);
        var errors = ReferFields.Errors(WrongIn(content, request), LanguageOfPages.Of(request));
        return await ShowAsync(request, row, content, new(ReferFields.Values(content.Submission), errors), FormState.New(), cancellation);
    }

    /// <summary><c>POST /regie/aanmeldingen/{id}</c>: makes it a referral.</summary>
    [Function("MendParked")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/aanmeldingen/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await desk.FindAsync(id, request.Caller, cancellation) is not var (row, content))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (content is null || Decided(row) is not null)
        {
            return Decided(row) ?? Away();
        }

        var form = await request.ReadFormAsync(cancellation);
        var problem = await desk.SubmitAsync(row, content, new(ReferFields.Body(form)), request.Caller, client, cancellation);
        return problem is null ? new SeeOther($"{Address}?{BecameQuery}={row.Referral}")
            : problem.Errors.Count == 0 ? await ShowDecisionAsync(request, id, cancellation)
            : await ShowAsync(request, row, content, new(form.ToDictionary(), ReferFields.Errors(problem, LanguageOfPages.Of(request))), FormState.New(), cancellation, StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary><c>POST /regie/aanmeldingen/{id}/wegleggen</c>.</summary>
    [Function("PutParkedAside")]
    public async Task<IResult> PutAside([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "regie/aanmeldingen/{id}/wegleggen")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await desk.FindAsync(id, request.Caller, cancellation) is not var (row, content))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var (form, language) = (await request.ReadFormAsync(cancellation), LanguageOfPages.Of(request));
        if (content is not null && !ParkedPage.Reasons.Select(Code.Of).Contains(form[ReasonField].ToString()))
        {
            var missing = new FormError(ReasonField, PageTexts.Of(typeof(ParkedPage), "Parked.Reason", language), PageTexts.Of(typeof(ParkedPage), "Parked.Choose", language));
            return await ShowAsync(request, row, content, new(ReferFields.Values(content.Submission), []), new(form.ToDictionary(), [missing]), cancellation, StatusCodes.Status422UnprocessableEntity);
        }

        return content is null || await desk.DiscardAsync(row, ParkedPage.Reasons.First(reason => Code.Of(reason) == form[ReasonField]), request.Caller, cancellation)
            ? Decided(row) ?? Away()
            : await ShowDecisionAsync(request, id, cancellation);
    }

    /// <summary>Where somebody is told who comes after another one made a referral of it; null while nobody has.</summary>
    static SeeOther? Decided(WaitingRow row) => row.State is WaitingState.Finished ? new($"{Address}?{BecameBeforeQuery}={row.Referral}") : null;

    static SeeOther Away() => new($"{Address}?{AwayQuery}=1");

    static IEnumerable<(string Pointer, string Code, string Text)> WrongIn(WaitingContent content, HttpRequest request) =>
        content.Errors.Select(error => (error.Pointer, error.Code, LanguageOfPages.Of(request) is Language.English ? error.En : error.Nl));

    /// <summary>Somebody else was first: what became of it.</summary>
    async Task<IResult> ShowDecisionAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        await desk.FindAsync(id, request.Caller, cancellation) is (var row, _) && Decided(row) is { } decided ? decided : Away();

    async Task<IResult> ShowAsync(
        HttpRequest request, WaitingRow row, WaitingContent content, FormState form, FormState aside, CancellationToken cancellation, int status = StatusCodes.Status200OK)
    {
        var organisation = await directory.OrganisationAsync(request.Caller.Organisation!, cancellation);
        var language = LanguageOfPages.Of(request);
        return await screens.ShowAsync<ParkedPage>(
            request,
            new
            {
                Id = row.Referral,
                row.ReceivedAt,
                row.ExpiresAt,
                Wrong = (IReadOnlyList<ParkedError>)
                [
                    .. from error in WrongIn(content, request)
                       select new ParkedError(PageTexts.Of(typeof(ReferPage), $"Field.{ReferFields.FieldOf(error.Pointer)}", language), ReferFields.TextAt(content.Submission, error.Pointer), error.Text),
                ],
                Others = (IReadOnlyList<Choice>)[.. content.Unmapped.Select(answer => new Choice(answer.Question, string.Join(", ", answer.Answers)))],
                Practices = (IReadOnlyList<Choice>)[.. PracticeChoice.For(null, organisation is null ? [] : [organisation]).Select(choice => new Choice(choice.Value, choice.Practice.Name))],
                OtherReasons = ReferFields.ReasonsBesideTheList(content.Submission),
                Form = form,
                Aside = aside,
            },
            status);
    }
}

/// <summary>A submission that waits.</summary>
/// <param name="Id">Its id, which is also that of the referral that it may become.</param>
/// <param name="Source">The form that it came from.</param>
/// <param name="ReceivedAt">When.</param>
/// <param name="ExpiresAt">When it is erased, if nobody decides.</param>
public sealed record ParkedItem(string Id, string Source, DateTimeOffset ReceivedAt, DateTimeOffset ExpiresAt);

/// <summary>What is wrong with a field of a submission.</summary>
/// <param name="Label">What the field is called.</param>
/// <param name="Arrived">What arrived; null when nothing did.</param>
/// <param name="Text">What is wrong, and what is accepted.</param>
public sealed record ParkedError(string Label, string? Arrived, string Text);
