using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Referrals;

/// <summary>Reads one referral: its summary and its timeline.</summary>
sealed class GetReferral(ReferralReader referrals)
{
    /// <summary><c>GET /api/referrals/{id}</c>: where it stands, whose turn it is, and when the process acts by itself.</summary>
    [Function(nameof(GetReferral))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}")] HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.ReferralRead, ofPerson: false, cancellation) is { } seen
            ? Results.Json(await referrals.ViewAsync(seen, PreferredLanguage.Of(request), cancellation), ReferralJson.Edge)
            : Problem.Of(ProblemKind.NotFound);

    /// <summary><c>GET /api/referrals/{id}/timeline</c>: the events, oldest first. Nothing personal stands in them.</summary>
    [Function("GetTimeline")]
    public async Task<IResult> Timeline(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/timeline")] HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.TimelineRead, ofPerson: false, cancellation) is { } seen
            ? Results.Json(await referrals.TimelineAsync(seen, cancellation), ReferralJson.Edge)
            : Problem.Of(ProblemKind.NotFound);
}
