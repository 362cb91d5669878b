using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Commands;
using Workflows.Functions.Effects;
using Workflows.Functions.Operations;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions;

/// <summary>
/// Writes one turn of a referral: events, summary, handled command and effects in one transaction; then the list rows; then the effects leave.
/// </summary>
/// <remarks>Can be repeated at any point: the sequence numbers come from the orchestration, and an effect happens once by its key.</remarks>
sealed class CommitTurn(TimelineStore timeline, ListStore lists, EffectDispatcher effects)
{
    [Function(nameof(CommitTurn))]
    public async Task Run([ActivityTrigger] Decision decision, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var referral = decision.Referral;
        using var span = ReferralTrace.Start("turn", referral.Id);
        var rows = ReferralLists.Of(referral);
        Effect[] leaving = decision.Events.Count == 0 ? [.. decision.Effects] : [.. decision.Effects, PublishEvents.Of(decision)];
        var former = await timeline.CommitAsync(
            new(
                referral.Id,
                referral.Sequence,
                [.. decision.Events.Select(happened => new StoredEvent(happened.Sequence, ReferralJson.Write(happened)))],
                ReferralJson.Write(referral),
                decision.Command is { } command ? new(command, ReferralJson.Write(new CommandOutcome(decision.Refusal))) : null,
                [.. leaving.Select(effect => new StoredEffect(effect.Key, ReferralJson.Write(effect)))],
                [.. rows.Select(row => row.Key)]),
            cancellation);

        Telemetry.Turn();
        await lists.MoveAsync(rows, former, cancellation);
        foreach (var effect in leaving)
        {
            await effects.DispatchAsync(referral.Id, effect, client, cancellation);
        }
    }
}
