using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Looks through the audit chains: each night, and whenever somebody asks.</summary>
sealed class VerifyAudit(AuditCheck check)
{
    /// <summary><c>GET /api/audit/verify</c>: a coordinator's own organisation; for an administrator all of them. It shows how many entries there are and no entry.</summary>
    [Function(nameof(VerifyAudit))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/audit/verify")] HttpRequest request, CancellationToken cancellation)
    {
        var chains = request.Caller.Role is Role.Administrator ? await check.CheckAllAsync(cancellation) : [await check.CheckAsync(request.Caller.Organisation!, cancellation)];
        return Results.Json(new { holds = chains.All(chain => chain.Holds), chains }, ReferralJson.Edge);
    }

    [Function("VerifyAuditNightly")]
    public Task Nightly([TimerTrigger("0 30 2 * * *")] TimerInfo timer, CancellationToken cancellation) => check.CheckAllAsync(cancellation);
}
