using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Clients;
using Workflows.Functions.Directory;
using Workflows.Functions.Notifications;
using Workflows.Functions.Pages.Mine;
using Workflows.Functions.Pages.Refer;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Letter;

/// <summary>The letter with which a client finds the own pages, printed by whoever is with the client: practice, worker or coordinator. It names nobody but those two houses.</summary>
sealed class LetterFunctions(
    Screens screens, ReferralReader referrals, SentReferrals sent, AccessCodes access, SignInDesk desk, DirectoryStore directory, NotificationSettings settings, AuditTrail trail, TimeProvider clock)
{
    /// <summary><c>GET /brief/{id}</c>.</summary>
    [Function("ShowLetter")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "brief/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.LetterShown, ofPerson: true, cancellation) is { } seen
            ? await ShowAsync(request, seen.Referral, request.Caller.Role is Role.Worker or Role.Coordinator, null, cancellation)
            : Problem.Of(ProblemKind.NotFound);

    /// <summary><c>POST /brief/{id}</c>: a code for a client who can be sent none, and who sits beside the one who asks for it.</summary>
    [Function("HandCode")]
    public async Task<IResult> Hand([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "brief/{id}")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.CodeHanded, ofPerson: true, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return await desk.HandAsync(id, cancellation) is { } code
            ? await ShowAsync(request, seen.Referral, mayHand: true, code, cancellation)
            : Problem.Of(ProblemKind.TooManyCodes);
    }

    /// <summary><c>GET /verwijzen/ontvangen/{token}/brief</c>: for who just sent the referral, signed in or not.</summary>
    [Function("ShowLetterOfSent")]
    public async Task<IResult> ShowOfSent(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "verwijzen/ontvangen/{token}/brief")] HttpRequest request, string token, CancellationToken cancellation)
    {
        if (await sent.ReadAsync(token, cancellation) is not { } referral)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var sender = new Caller(CallerKind.Person, Role.Referrer, request.HttpContext.Features.Get<Caller>()?.Id ?? "form", Practice: referral.Practice);
        await trail.RecordAsync(AuditEvents.LetterShown, sender, referral.Organisation, referral.Referral);
        var to = await directory.OrganisationAsync(referral.Organisation, cancellation) is { } organisation
            ? PracticeChoice.For(null, [organisation]).FirstOrDefault(choice => choice.Practice.Agb == referral.Practice)
            : null;
        return await ShowAsync(
            request, referral.Referral, referral.Organisation, referral.Practice, to is null ? null : FirstContact.Due(NextSteps.PathwayOf(to), referral.At).At, mayHand: false, null, cancellation);
    }

    Task<IResult> ShowAsync(HttpRequest request, Referral referral, bool mayHand, string? code, CancellationToken cancellation) =>
        ShowAsync(request, referral.Id, referral.Organisation, referral.Practice, FirstContact.Of(referral)?.At, mayHand, code, cancellation);

    async Task<IResult> ShowAsync(
        HttpRequest request, string id, string organisation, string practice, DateTimeOffset? contactBy, bool mayHand, string? code, CancellationToken cancellation)
    {
        var entry = await directory.OrganisationAsync(organisation, cancellation);
        return await screens.ShowAsync<LetterPage>(request, new
        {
            Referral = id,
            Organisation = entry?.Name ?? organisation,
            Practice = entry?.Practice(practice)?.Name ?? practice,
            ContactBy = contactBy > clock.GetUtcNow() ? contactBy : null,
            Number = AccessCode.Shown(await access.OfAsync(id, cancellation)),
            Address = $"{settings.PublicUrl.Authority}{ClientSession.Pages}",
            MayHand = mayHand,
            Code = code,
        });
    }
}
