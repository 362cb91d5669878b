using System.Text.Json;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Messages;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Commands;

/// <summary>Takes in a command, as JSON of a program or from a form of a page: read, recorded, stored, raised.</summary>
sealed class CommandDesk(ReferralCommands commands, DossierStore dossiers, DirectoryStore directory, MessageThread thread, KeyedHash hash, AuditTrail trail, TimeProvider clock)
{
    /// <param name="seen">The referral as the caller sees it.</param>
    /// <param name="caller">Who gives the command.</param>
    /// <param name="command">Its name in the route.</param>
    /// <param name="idempotencyKey">Names this giving: the same again is one; null for one that has no name.</param>
    /// <param name="readBody">Reads what it holds, once it is known that the caller may give it.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommandAnswer> TakeAsync(
        SeenReferral seen, Caller caller, string command, string? idempotencyKey, Func<Task<JsonBody.Read>> readBody, DurableTaskClient client, CancellationToken cancellation)
    {
        var (id, actor) = (seen.Referral.Id, seen.Caller);
        switch (Transitions.All.FirstOrDefault(line => line.Name == command))
        {
            case null:
                return CommandAnswer.Of(Problem.Of(ProblemKind.NotFound));
            case { By: var roles } when !roles.Contains(actor.Role):
                await trail.RecordAsync(AuditEvents.Command(command), caller, seen, AuditRefusals.Role);
                return CommandAnswer.Of(Refusals.NotYourRole(command));
        }

        var body = await readBody();
        if (body.IsRefused)
        {
            return CommandAnswer.Of(body.Problem);
        }

        var key = idempotencyKey is null ? Guid.NewGuid().ToString("N") : await KeyOfAsync(id, caller, idempotencyKey, cancellation);
        var fingerprint = await dossiers.FingerprintAsync(id, [key, command, body.Root.GetRawText()], cancellation);
        var errors = new FieldErrors();
        var reader = JsonFields.Of(body.Root, "", errors) is { } fields ? new CommandReader(fields, fingerprint, seen.Referral.Pathway, AmsterdamTime.DayOf(clock.GetUtcNow()), errors) : null;
        if (reader?.Read(command) is not { } given)
        {
            return CommandAnswer.Of(Problem.With(errors));
        }

        if (given is Assign { Worker: var worker } && (await directory.OrganisationAsync(seen.Referral.Organisation, cancellation))?.Worker(worker) is not { Role: WorkerRole.Worker })
        {
            errors.Add("/worker", DirectoryRules.UnknownWorker);
            return CommandAnswer.Of(Problem.With(errors));
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
        return stored is CommandStored.Conflict ? CommandAnswer.Of(Problem.Of(ProblemKind.IdempotencyConflict))
            : await commands.OutcomeAsync(id, key, cancellation) is { } outcome ? CommandAnswer.Of(outcome.Refusal)
            : CommandAnswer.NotYetVisible;
    }

    /// <summary>Whether the caller gave that command before, under that name.</summary>
    public async Task<bool> WasGivenAsync(SeenReferral seen, Caller caller, string? idempotencyKey, CancellationToken cancellation) =>
        idempotencyKey is not null && await commands.IsKnownAsync(seen.Referral.Id, await KeyOfAsync(seen.Referral.Id, caller, idempotencyKey, cancellation), cancellation);

    Task<string> KeyOfAsync(string referral, Caller caller, string idempotencyKey, CancellationToken cancellation) => hash.OfAsync("command key", [referral, caller.Key, idempotencyKey], cancellation);
}
