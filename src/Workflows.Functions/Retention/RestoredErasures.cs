using Microsoft.DurableTask.Client;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Retention;

/// <summary>Erases once more those whom a restored backup brought back. To be run before anybody works with what was restored.</summary>
sealed class RestoredErasures(ErasureList list, Erasure erasure, DossierStore dossiers, TimelineStore timeline, ListStore lists, TimeProvider clock)
{
    /// <summary>Goes through the whole list. Can be repeated.</summary>
    /// <returns>How many had come back.</returns>
    public async Task<int> ApplyAsync(DurableTaskClient client, CancellationToken cancellation = default)
    {
        var count = 0;
        await foreach (var id in list.AllAsync(cancellation))
        {
            var readable = (await dossiers.ReadAllAsync(id, cancellation)).Count > 0;
            await erasure.EraseAsync(id, cancellation);
            if (await EndAsync(id, client, cancellation) || readable)
            {
                count++;
            }
        }

        return count;
    }

    /// <summary>A referral whose timeline was restored from before its erasure goes no further.</summary>
    async Task<bool> EndAsync(string id, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await timeline.ReadSummaryAsync(id, cancellation) is not { } summary || ReferralJson.ReadReferral(summary) is not { IsErased: false } referral)
        {
            return false;
        }

        if (await client.GetInstanceAsync(id, cancellation) is { IsCompleted: false })
        {
            await client.TerminateInstanceAsync(id, cancellation);
        }

        foreach (var command in await timeline.PendingCommandsAsync(id, cancellation))
        {
            await CommitAsync(referral, [], new(command.Key), cancellation);
        }

        foreach (var effect in await timeline.PendingEffectsAsync(id, cancellation))
        {
            await timeline.RemoveEffectAsync(id, effect.Key, cancellation);
        }

        var erased = new ReferralEvent(referral.Sequence + 1, clock.GetUtcNow(), Actor.Process, referral.Pathway.VersionLabel, new Erased(null));
        await CommitAsync(referral.Apply(erased), [new(erased.Sequence, ReferralJson.Write(erased))], null, cancellation);
        return true;
    }

    async Task CommitAsync(Referral referral, StoredEvent[] events, HandledCommand? handled, CancellationToken cancellation)
    {
        var former = await timeline.CommitAsync(new(referral.Id, referral.Sequence, events, ReferralJson.Write(referral), handled, [], []), cancellation);
        await lists.MoveAsync([], former, cancellation);
    }
}
