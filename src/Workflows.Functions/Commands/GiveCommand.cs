using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake;
using Workflows.Functions.Messages;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Commands;

/// <summary><c>POST /api/referrals/{id}/commands/{command}</c>: 200 with the new summary, 202 when its effect is not yet visible, 409 when the status does not allow it.</summary>
sealed class GiveCommand(ReferralReader referrals, ReferralCommands commands, DossierStore dossiers, MessageThread thread, KeyedHash hash, AuditTrail trail)
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

        var actor = seen.Caller;
        switch (Transitions.All.FirstOrDefault(line => line.Name == command))
        {
            case null:
                return Problem.Of(ProblemKind.NotFound);
            case { By: var roles } when !roles.Contains(actor.Role):
                await trail.RecordAsync(AuditEvents.Command(command), caller, seen, AuditRefusals.Role);
                return Refused(Refusals.NotYourRole(command));
        }

        // A command without fields may come without a body.
        var body = request.ContentLength is 0 or null && string.IsNullOrEmpty(request.ContentType)
            ? new JsonBody.Read(JsonElement.Parse("{}"))
            : await JsonBody.ReadAsync(request, LargestBody, cancellation);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var key = idempotencyKey is null ? Guid.NewGuid().ToString("N") : await hash.OfAsync("command key", [id, caller.Key, idempotencyKey], cancellation);
        var fingerprint = await hash.OfAsync("command content", [key, command, body.Root.GetRawText()], cancellation);
        var errors = new FieldErrors();
        var reader = JsonFields.Of(body.Root, "", errors) is { } fields ? new CommandReader(fields, fingerprint, errors) : null;
        if (reader?.Read(command) is not { } given)
        {
            return Problem.With(errors);
        }

        await trail.RecordAsync(AuditEvents.Command(command), caller, seen);
        if (given is WriteMessage message)
        {
            await thread.WillExpireAsync(id, message.Text, cancellation);
        }

        // The texts first: a command must never name a section that is not there.
        if (reader.Sections.Count > 0)
        {
            await dossiers.WriteAsync(id, reader.Sections, cancellation);
        }

        var stored = await commands.GiveAsync(id, new CommandEnvelope(key, actor, given), fingerprint, client, cancellation);
        return stored is CommandStored.Conflict
            ? Problem.Of(ProblemKind.IdempotencyConflict)
            : await AnswerAsync(request, id, key, caller, cancellation);
    }

    async Task<IResult> AnswerAsync(HttpRequest request, string id, string key, Caller caller, CancellationToken cancellation) =>
        await commands.OutcomeAsync(id, key, cancellation) switch
        {
            null => Results.Accepted($"/api/referrals/{id}", new { id, statusUrl = $"/api/referrals/{id}" }),
            { Refusal: { } refusal } => Refused(refusal),
            _ => await referrals.ViewAsync(id, caller, PreferredLanguage.Of(request), cancellation) is { } view ? Results.Json(view, ReferralJson.Edge) : Problem.Of(ProblemKind.NotFound),
        };

    static Problem Refused(Refusal refusal) => Problem.Of(ProblemKind.Refused(refusal));
}
