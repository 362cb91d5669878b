using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Intake.Selections;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Selections;

/// <summary>Persons that the practice's GP system selected: looked at one by one, and referred or left out.</summary>
sealed class SelectedFunctions(Screens screens, SelectionDesk desk, DossierStore dossiers, DirectoryStore directory, TimeProvider clock)
{
    /// <summary><c>GET /praktijk/selecties/{selection}/{row}</c>: the referral form with what the file says in it. Nothing is decided yet.</summary>
    [Function("AskForSelected")]
    public async Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "praktijk/selecties/{selection}/{row}")] HttpRequest request, string selection, string row, CancellationToken cancellation)
    {
        if (await desk.FindAsync(selection, row, request.Caller, cancellation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (found.State is not (WaitingState.Waiting or WaitingState.Taken) || await desk.OpenAsync(found, request.Caller, cancellation) is not { } content)
        {
            return SelectionAddress.Decided("before");
        }

        var values = ReferFields.Values(content.Submission);
        values[ReferFields.ConsentOn] = AmsterdamTime.DayOf(clock.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);
        var choices = await ChoicesAsync(request, cancellation);
        values[ReferFields.To] = PracticeChoice.RememberedBy(request, choices)?.Value;
        foreach (var (name, value) in await LikeAsync(request, selection, cancellation))
        {
            values[name] = value;
        }

        var errors = ReferFields.Errors(desk.WrongIn(content.Submission), LanguageOfPages.Of(request));
        return await ShowAsync(request, found, content, new(values, errors), choices);
    }

    /// <summary><c>POST /praktijk/selecties/{selection}/{row}</c>: refers the person.</summary>
    [Function("SendSelected")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/selecties/{selection}/{row}")] HttpRequest request,
        string selection,
        string row,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        if (await desk.FindAsync(selection, row, request.Caller, cancellation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (await desk.ReadAsync(found, cancellation) is not { } content)
        {
            return found.State is WaitingState.Finished ? await NextAsync(request, found, "approved", found.Place.Number, cancellation) : SelectionAddress.Decided("before");
        }

        var form = await request.ReadFormAsync(cancellation);
        var problem = await desk.ApproveAsync(found, content, new(ReferFields.Body(form)), request.Caller, client, cancellation);
        return problem is null ? await NextAsync(request, found, "approved", found.Place.Number, cancellation)
            : problem.Errors.Count == 0 ? SelectionAddress.Decided("before")
            : await ShowAsync(
                request, found, content, new(form.ToDictionary(), ReferFields.Errors(problem, LanguageOfPages.Of(request))), await ChoicesAsync(request, cancellation), StatusCodes.Status422UnprocessableEntity);
    }

    /// <summary><c>POST /praktijk/selecties/{selection}/{row}/afwijzen</c>: leaves the person out.</summary>
    [Function("LeaveSelectedOut")]
    public async Task<IResult> LeaveOut(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "praktijk/selecties/{selection}/{row}/afwijzen")] HttpRequest request, string selection, string row, CancellationToken cancellation) =>
        await desk.FindAsync(selection, row, request.Caller, cancellation) is not { } found ? Problem.Of(ProblemKind.NotFound)
        : await desk.RejectAsync(found, request.Caller, cancellation) ? await NextAsync(request, found, "rejected", SelectionAddress.Like(request), cancellation)
        : SelectionAddress.Decided("before");

    /// <summary>Goes on with the next person of the file, whom the same referrer probably refers too; when there is nobody left, to the list.</summary>
    async Task<IResult> NextAsync(HttpRequest request, WaitingRow decided, string what, int? like, CancellationToken cancellation)
    {
        var next = await desk.AllAsync(request.Caller, cancellation)
            .FirstOrDefaultAsync(row => row.Source == decided.Source && row.Place.Number > decided.Place.Number && row.State == WaitingState.Waiting, cancellation);
        return SelectionAddress.Decided(what, next, like);
    }

    async Task<IReadOnlyList<PracticeChoice>> ChoicesAsync(HttpRequest request, CancellationToken cancellation) =>
        PracticeChoice.For(request.Caller, (await directory.AllAsync(cancellation)).Organisations);

    /// <summary>Who referred somebody before from the same file, as the form shows it: the practice's own people, nothing about a client.</summary>
    async Task<IEnumerable<(string Name, string? Value)>> LikeAsync(HttpRequest request, string selection, CancellationToken cancellation) =>
        SelectionAddress.Like(request) is { } like
        && await desk.FindAsync(selection, like.ToString(CultureInfo.InvariantCulture), request.Caller, cancellation) is { State: WaitingState.Finished } before
        && await dossiers.ReadAsync(before.Referral, DossierSection.Referrer, cancellation) is { } section
        && DossierSections.Read<ReferrerDetails>(section) is var referrer
            ? [("referrer.name", referrer.Name), ("referrer.role", Code.Of(referrer.Role)), ("referrer.email", referrer.Email), ("referrer.phone", referrer.Phone)]
            : [];

    Task<IResult> ShowAsync(HttpRequest request, WaitingRow row, WaitingContent content, FormState form, IReadOnlyList<PracticeChoice> choices, int status = StatusCodes.Status200OK) =>
        screens.ShowAsync<SelectedPage>(
            request,
            new
            {
                Address = SelectionAddress.Of(row),
                Like = SelectionAddress.WithLike(request),
                row.Place.Number,
                row.ExpiresAt,
                Practices = (IReadOnlyList<Choice>)[.. choices.Select(choice => new Choice(choice.Value, choice.Organisation.Name))],
                OtherReasons = ReferFields.ReasonsBesideTheList(content.Submission),
                Form = form,
                Done = SelectionAddress.Done(request),
            },
            status);
}
