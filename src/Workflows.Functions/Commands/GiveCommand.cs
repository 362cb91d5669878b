using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Commands;

/// <summary><c>POST /api/referrals/{id}/commands/{command}</c>: 200 with the new summary, 202 when its effect is not yet visible, 409 when the status does not allow it.</summary>
sealed class GiveCommand(ReferralReader referrals, CommandDesk desk)
{
    const int LargestBody = 64 * 1024;

    [Function(nameof(GiveCommand))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/referrals/{id}/commands/{command}")] HttpRequest request,
        string id,
        string command,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        var caller = request.Caller;
        if (await referrals.FindAsync(id, caller, AuditEvents.CommandGiven, cancellation) is not { } seen)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (IdempotencyKey.Refuses(request, out var idempotencyKey) is { } refused)
        {
            return refused;
        }

        return await desk.TakeAsync(seen, caller, command, idempotencyKey, ReadBodyAsync, client, cancellation) switch
        {
            { Problem: { } problem } => problem,
            { Refusal: { } refusal } => Problem.Of(ProblemKind.Refused(refusal)),
            { IsVisible: false } => Results.Accepted($"/api/referrals/{id}", new { id, statusUrl = $"/api/referrals/{id}" }),
            _ => await referrals.ViewAsync(id, caller, PreferredLanguage.Of(request), cancellation) is { } view ? Results.Json(view, ReferralJson.Edge) : Problem.Of(ProblemKind.NotFound),
        };

        // A command without fields may come without a body.
        async Task<JsonBody.Read> ReadBodyAsync() => request.ContentLength is 0 or null && string.IsNullOrEmpty(request.ContentType)
            ? new(JsonElement.Parse("{}"))
            : await JsonBody.ReadAsync(request, LargestBody, cancellation);
    }
}
