using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Messages;

/// <summary><c>GET /api/referrals/{id}/messages</c>: what worker and referrer wrote to each other in the last 30 days, for those who may read the dossier.</summary>
sealed class GetMessages(ReferralReader referrals, MessageThread thread)
{
    [Function(nameof(GetMessages))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/messages")] HttpRequest request, string id, CancellationToken cancellation) =>
        await referrals.OpenAsync(id, request.Caller, AuditEvents.MessagesRead, ofPerson: true, cancellation) is not null
            ? Results.Json(await thread.ReadAsync(id, cancellation), ReferralJson.Edge)
            : Problem.Of(ProblemKind.NotFound);
}
