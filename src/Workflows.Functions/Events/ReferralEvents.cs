using Workflows.Functions.Bus;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Events;

/// <summary>Publishes what happened to a referral on the topic <c>referral-events</c>, in the order in which it happened.</summary>
sealed class ReferralEvents(TimelineStore timeline, Outbox outbox, NotificationSettings settings)
{
    /// <summary>Publishes everything of the referral that is still to be published: an event that failed before goes before those that came after it.</summary>
    public async Task PublishAsync(string referral, CancellationToken cancellation)
    {
        var pending = (await timeline.PendingEffectsAsync(referral, cancellation)).Select(effect => ReferralJson.ReadEffect(effect.Json)).OfType<PublishEvents>();
        foreach (var turn in pending.OrderBy(effect => effect.Events[0].Sequence))
        {
            foreach (var happened in turn.Events)
            {
                await outbox.SendAsync(Entities.Events, ReferralCloudEvent.Message(referral, happened, settings.PublicUrl), cancellation);
            }

            await timeline.RemoveEffectAsync(referral, turn.Key, cancellation);
        }
    }
}
