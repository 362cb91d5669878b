using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;

namespace Workflows.Functions.Commands;

/// <summary>Gives commands to referrals: stored first, then raised. A wake-up that gets lost is raised again by the sweep.</summary>
sealed class ReferralCommands(TimelineStore timeline, ILogger<ReferralCommands> logger)
{
    /// <summary>Stores the command under its key and raises it.</summary>
    /// <param name="referral">The referral's id; the referral exists.</param>
    /// <param name="command">The command, under a key that is safe in a table.</param>
    /// <param name="fingerprint">What has to be the same when the key comes again; null when that is the command itself.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<CommandStored> GiveAsync(
        string referral, CommandEnvelope command, string? fingerprint, DurableTaskClient client, CancellationToken cancellation = default)
    {
        var stored = await timeline.StoreCommandAsync(referral, command.Key, ReferralJson.Write(command), fingerprint, cancellation);
        // One that came before may have lost its wake-up; who gives it again need not wait for the sweep.
        if (stored is CommandStored.Now || stored is CommandStored.Before && await timeline.ReadCommandAsync(referral, command.Key, cancellation) is { IsHandled: false })
        {
            try
            {
                await client.RaiseEventAsync(referral, CommandEnvelope.EventName, command, cancellation);
            }
            catch (Exception failure) when (failure is not OperationCanceledException)
            {
                Logs.RaiseFailed(logger, command.Key, referral, failure.GetType().Name);
            }
        }

        return stored;
    }

    /// <summary>Whether a command was stored under that key.</summary>
    public async Task<bool> IsKnownAsync(string referral, string key, CancellationToken cancellation = default) => await timeline.ReadCommandAsync(referral, key, cancellation) is not null;

    /// <summary>What became of a command; null when that is not yet visible.</summary>
    public Task<CommandOutcome?> OutcomeAsync(string referral, string key, CancellationToken cancellation = default) => Soon.FindAsync(
        async () => await timeline.ReadCommandAsync(referral, key, cancellation) is { IsHandled: true, Outcome: { } outcome } ? ReferralJson.ReadOutcome(outcome) : null,
        cancellation);
}
