using Microsoft.DurableTask.Client;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>Starts the deliveries again that were lost together with a referral's orchestration. One that there still is, in whatever state, is left alone.</summary>
sealed class UndeliveredFeedback(TimelineStore timeline, FeedbackStarter starter)
{
    public async Task DeliverAsync(Referral referral, DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (referral is { ConsentIsWithdrawn: true } or { Status: ReferralStatus.EnteredInError } || referral.Feedback.All(given => given.IsDelivered || given.IsPast))
        {
            return;
        }

        ReferralEvent[] events = [.. (await timeline.ReadEventsAsync(referral.Id, cancellation)).Select(stored => ReferralJson.ReadEvent(stored.Json))];
        foreach (var (at, happened) in events.Index())
        {
            if (happened.Change is FeedbackGiven given && IsUnderWay(referral, given, events))
            {
                var then = Referral.From(referral.Id, events[..at]);
                await starter.StartAsync(referral.Id, new GiveFeedback(given.Feedback, given.Moment, then.Status, then.Outcome, given.Lines), client, cancellation);
            }
        }
    }

    static bool IsUnderWay(Referral referral, FeedbackGiven given, ReferralEvent[] events) =>
        referral.Feedback.Any(feedback => feedback.Id == given.Feedback && feedback is { IsDelivered: false, IsPast: false })
        && !events.Any(happened => happened.Change is FeedbackUndeliverable undeliverable && undeliverable.Feedback == given.Feedback);
}
