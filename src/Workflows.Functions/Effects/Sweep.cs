using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;

namespace Workflows.Functions.Effects;

/// <summary>Raises the commands and dispatches the effects that are still there a minute after they were stored: a wake-up can get lost, what was stored cannot.</summary>
sealed class Sweep(TimelineStore timeline, ReferralStarter starter, EffectDispatcher effects, ILogger<Sweep> logger)
{
    /// <summary>Long enough for a healthy turn to be over.</summary>
    static readonly TimeSpan Age = TimeSpan.FromMinutes(1);

    [Function(nameof(Sweep))]
    public async Task Run([TimerTrigger("0 * * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        await foreach (var work in timeline.PendingWorkAsync(Age, cancellation))
        {
            Logs.SweptReferral(logger, work.Referral, work.Commands.Count, work.Effects.Count);
            foreach (var command in work.Commands)
            {
                await RaiseAsync(work.Referral, command, client, cancellation);
            }

            foreach (var effect in work.Effects)
            {
                await effects.DispatchAsync(work.Referral, ReferralJson.ReadEffect(effect.Json), client, cancellation);
            }
        }
    }

    /// <summary>One that cannot be raised holds up no other: its instance may have ended, or be gone until it is started again.</summary>
    async Task RaiseAsync(string referral, StoredCommand command, DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            await (command.Key is CommandEnvelope.Submission
                ? starter.ScheduleAsync(ReferralJson.ReadReferral(command.Json), client, cancellation)
                : client.RaiseEventAsync(referral, CommandEnvelope.EventName, ReferralJson.ReadCommand(command.Json), cancellation));
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Logs.RaiseFailed(logger, command.Key, referral, failure.GetType().Name);
        }
    }
}
