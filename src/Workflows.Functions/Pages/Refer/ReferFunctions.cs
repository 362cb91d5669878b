using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Refer;

/// <summary>The referral form: one page that a practice fills in within a minute, and a confirmation that says what happens next.</summary>
sealed class ReferFunctions(
    Screens screens, ProblemPages problems, DirectoryStore directory, SubmissionDesk desk, ReferralIntake intake, SentReferrals sentReferrals, ReferSettings settings, SafeCookies cookies, TimeProvider clock)
{
    const string EmbedQuery = "embed";

    static readonly TimeSpan PracticeLasts = TimeSpan.FromDays(365);

    /// <summary><c>GET /verwijzen</c>.</summary>
    [Function("AskForReferral")]
    public async Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verwijzen")] HttpRequest request, CancellationToken cancellation)
    {
        if (RefusesVisitor(request) is { } refused)
        {
            return refused;
        }

        var today = AmsterdamTime.DayOf(clock.GetUtcNow()).ToString("O", CultureInfo.InvariantCulture);
        var choices = await ChoicesAsync(request, cancellation);
        var remembered = PracticeChoice.RememberedBy(request, choices);

        // On what ground, and what may be told, is for a person to say: left as it was, the form records no consent.
        return await ShowAsync(request, FormState.New((ReferFields.To, remembered?.Value), (ReferFields.ConsentOn, today), ("client.language", "nl")), choices);
    }

    /// <summary><c>POST /verwijzen</c>.</summary>
    [Function("SendReferral")]
    public async Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "verwijzen")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.UnsupportedMediaType);
        }

        var form = await request.ReadFormAsync(cancellation);
        var sender = SenderOf(request);
        if (sender is null && form.ContainsKey(ReferPage.SignedInField))
        {
            return await problems.KeepAsync(request);
        }

        if (RefusesVisitor(request) is { } refused)
        {
            return refused;
        }

        var choices = await ChoicesAsync(request, cancellation);
        var to = choices.FirstOrDefault(choice => choice.Value == form[ReferFields.To]);
        var caller = sender ?? new Caller(CallerKind.Person, Role.Referrer, "form", Practice: to?.Practice.Agb);
        var taken = await desk.TakeAsync(new JsonBody.Read(ReferFields.Body(form)), caller, complete: null, cancellation);
        if (taken.IsRefused || to is null)
        {
            var errors = taken.IsRefused ? ReferFields.Errors(taken.Problem, LanguageOfPages.Of(request)) : [];
            return await ShowAsync(request, new FormState(form.ToDictionary(), errors), choices, StatusCodes.Status422UnprocessableEntity);
        }

        var key = FormState.KeyOf(form) ?? Guid.NewGuid().ToString("N");
        var submitted = await intake.SubmitAsync(caller, key, taken.Referral, client, cancellation);
        if (submitted.Id is not { } referral)
        {
            return await ShowAsync(request, new FormState(WithoutKey(form), []), choices, StatusCodes.Status409Conflict);
        }

        request.HttpContext.Response.Cookies.Append(PracticeChoice.Cookie, to.Value, cookies.Options(PracticeLasts));
        var token = await sentReferrals.WriteAsync(new(referral, to.Organisation.Id, to.Practice.Agb, clock.GetUtcNow()), cancellation);
        return new SeeOther($"/verwijzen/ontvangen/{token}{(IsEmbedded(request) ? $"?{EmbedQuery}=1" : "")}");
    }

    /// <summary><c>GET /verwijzen/ontvangen/{token}</c>.</summary>
    [Function("ConfirmReferral")]
    public async Task<IResult> Confirm(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verwijzen/ontvangen/{token}")] HttpRequest request, string token, CancellationToken cancellation)
    {
        if (await sentReferrals.ReadAsync(token, cancellation) is not { } sent
            || await directory.OrganisationAsync(sent.Organisation, cancellation) is not { } organisation
            || PracticeChoice.For(null, [organisation]).FirstOrDefault(choice => choice.Practice.Agb == sent.Practice) is not { } to)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return await screens.ShowAsync<ReceivedPage>(
            request,
            new { sent.Referral, Organisation = organisation.Name, Letter = $"/verwijzen/ontvangen/{token}/brief", Steps = NextSteps.After(sent.At, to, LanguageOfPages.Of(request)), Again = AddressOf(request) },
            isEmbedded: IsEmbedded(request));
    }

    /// <summary>Who is signed in as a practice. Inside a page of somebody else nobody is: a sign-in does not reach there, and must not be of use there.</summary>
    static Caller? SenderOf(HttpRequest request) => !IsEmbedded(request) && request.HttpContext.Features.Get<Caller>() is { Role: Role.Referrer } practice ? practice : null;

    static bool IsEmbedded(HttpRequest request) => request.Query[EmbedQuery] == "1";

    static string AddressOf(HttpRequest request) => IsEmbedded(request) ? $"/verwijzen?{EmbedQuery}=1" : "/verwijzen";

    static Dictionary<string, StringValues> WithoutKey(IFormCollection form) => form.Where(field => field.Key != FormState.KeyField).ToDictionary();

    /// <summary>Why somebody who is not signed in as a practice goes no further; null when the form is open to all.</summary>
    Problem? RefusesVisitor(HttpRequest request) =>
        settings.IsOpen || SenderOf(request) is not null ? null
        : Problem.Of(request.HttpContext.Features.Get<Caller>() is null ? ProblemKind.Unauthenticated : ProblemKind.Forbidden);

    async Task<IReadOnlyList<PracticeChoice>> ChoicesAsync(HttpRequest request, CancellationToken cancellation) =>
        PracticeChoice.For(SenderOf(request), (await directory.AllAsync(cancellation)).Organisations);

    Task<IResult> ShowAsync(HttpRequest request, FormState form, IReadOnlyList<PracticeChoice> choices, int status = StatusCodes.Status200OK)
    {
        var language = LanguageOfPages.Of(request);
        return screens.ShowAsync<ReferPage>(
            request,
            new
            {
                Form = form,
                Action = AddressOf(request),
                Practices = (IReadOnlyList<Choice>)[.. choices.Select(choice => new Choice(choice.Value, $"{choice.Practice.Name} → {choice.Organisation.Name}"))],
                NotMeantFor = (IReadOnlyList<string>)[.. choices.SelectMany(choice => choice.Pathway.TargetGroup).Select(rule => rule.Text.In(language)).Distinct()],
                IsSignedIn = SenderOf(request) is not null,
                WasSentBefore = status == StatusCodes.Status409Conflict,
            },
            status,
            IsEmbedded(request));
    }
}
