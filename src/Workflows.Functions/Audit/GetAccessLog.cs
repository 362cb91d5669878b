using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Audit;

/// <summary><c>GET /api/referrals/{id}/access-log</c>: who looked at the client's data, or wanted to; for the client and the coordinator.</summary>
sealed class GetAccessLog(ReferralReader referrals, AccessLog log)
{
    [Function(nameof(GetAccessLog))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/access-log")] HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.AccessLogRead, ofPerson: true, cancellation) is { } seen
            ? Results.Json(new { entries = await log.OfAsync(seen.Referral, cancellation) }, ReferralJson.Edge)
            : Problem.Of(ProblemKind.NotFound);
}
