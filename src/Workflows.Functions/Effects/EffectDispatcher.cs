using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Effects;

/// <summary>Carries out what follows from a decision, and forgets it once it is done.</summary>
/// <remarks>What is not done stays stored and is tried again by <see cref="Sweep"/>: a mail provider that is down holds up no referral.</remarks>
sealed class EffectDispatcher(
    TimelineStore timeline, NotificationSender notifications, FeedbackStarter feedback, Erasure erasure, ILogger<EffectDispatcher> logger)
{
    public async Task DispatchAsync(string referral, Effect effect, DurableTaskClient client, CancellationToken cancellation)
    {
        try
        {
            if (await IsDoneAsync(referral, effect, client, cancellation))
            {
                await timeline.RemoveEffectAsync(referral, effect.Key, cancellation);
            }
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            Logs.EffectFailed(logger, effect.Key, failure.GetType().Name);
        }
    }

    /// <summary>Carries the effect out, or a step further. Can be repeated: its key makes it one.</summary>
    async Task<bool> IsDoneAsync(string referral, Effect effect, DurableTaskClient client, CancellationToken cancellation)
    {
        switch (effect)
        {
            case SendMessage { Message: var message }:
                var state = await notifications.SendAsync(new(effect.Key, referral, message.To, Code.Of(message.Kind)), cancellation);
                return state is not (NotificationState.Pending or NotificationState.Sending);
            case GiveFeedback given:
                await feedback.StartAsync(referral, given, client, cancellation);
                return true;
            case StopFeedback { Feedback: var delivery }:
                await FeedbackStarter.StopAsync(delivery, client, cancellation);
                return true;
            case EraseDossier:
                await erasure.EraseAsync(referral, cancellation);
                return true;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Not an effect of a referral.");
        }
    }
}
