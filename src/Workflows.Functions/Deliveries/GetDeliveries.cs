using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Deliveries;

/// <summary><c>GET /api/referrals/{id}/deliveries</c>: how far every message and every callback about a referral came, for its coordinator. No address and no text.</summary>
sealed class GetDeliveries(ReferralReader referrals, NotificationStore messages, CallbackLog callbacks)
{
    [Function(nameof(GetDeliveries))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/deliveries")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.DeliveriesRead, ofPerson: false, cancellation) is null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return Results.Json(
            new
            {
                messages = from message in await messages.AllAsync(id, cancellation)
                           orderby message.Row.FirstTriedAt
                           select new
                           {
                               message.Notification.Key,
                               to = message.Notification.To,
                               about = message.Notification.Template,
                               channel = $"{message.Notification.Channel}",
                               state = $"{message.Row.State}",
                               message.Row.Attempts,
                               message.Row.FirstTriedAt,
                               message.Row.HandedOverAt,
                               message.Row.Detail,
                           },
                callbacks = from attempt in await callbacks.ReadAsync(id, cancellation)
                            select new { attempt.Feedback, attempt.At, result = $"{attempt.Result}", attempt.Detail },
            },
            ReferralJson.Edge);
    }
}
