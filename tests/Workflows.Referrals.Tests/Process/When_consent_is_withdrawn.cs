using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_consent_is_withdrawn
{
    public static TheoryData<ReferralStatus> EveryStatus => [.. Enum.GetValues<ReferralStatus>().Except([ReferralStatus.Received])];

    [Theory, MemberData(nameof(EveryStatus))]
    public void Everything_to_and_about_the_client_stops_within_one_step(ReferralStatus status)
    {
        var story = Story.In(status);
        var (before, given) = (story.Effects.Count, story.Feedback.Count());
        story.Client(new WithdrawConsent()).Until(Amsterdam.At(2032, 1, 1, 12));

        Assert.True(story.Referral.ConsentIsWithdrawn);
        Assert.All(story.Effects.Skip(before), effect => Assert.True(
            effect.Effect is StopFeedback or EraseDossier or SendMessage { Message: { Kind: MessageKind.NoLongerYours, To.Kind: RecipientKind.Worker } }, effect.ToString()));
        Assert.Equal(given, story.Feedback.Count());
        Assert.True(story.Referral.IsErased);
    }

    [Theory, MemberData(nameof(EveryStatus))]
    public void Feedback_that_is_still_on_its_way_goes_no_further(ReferralStatus status)
    {
        var story = Story.In(status);
        var underWay = story.Referral.Feedback.Select(given => given.Id).ToArray();

        Assert.Equal(underWay, story.Client(new WithdrawConsent()).Effects.Select(effect => effect.Effect).OfType<StopFeedback>().Select(stop => stop.Feedback));
    }

    [Fact]
    public void Feedback_that_arrived_has_nothing_to_stop()
    {
        var story = Story.In(ReferralStatus.Accepted);
        story.Delivery(new ReportFeedbackDelivered(story.Feedback.Single().Key, FeedbackChannel.Callback)).Client(new WithdrawConsent());

        Assert.DoesNotContain(story.Effects, effect => effect.Effect is StopFeedback);
    }

    [Fact]
    public void Messages_that_waited_for_the_end_of_the_quiet_hours_are_dropped_at_once()
    {
        var story = Story.Received(Amsterdam.At(2026, 4, 18, 23)).Client(new WithdrawConsent());

        Assert.DoesNotContain(story.Referral.Deferred, deferred => deferred.Message.Kind is MessageKind.OfferWaiting);
    }

    [Fact]
    public void Only_the_worker_who_has_to_stop_is_told_so() =>
        Assert.Equal(new(new(RecipientKind.Worker, "anna"), MessageKind.NoLongerYours), Story.In(ReferralStatus.InSupport).Client(new WithdrawConsent()).Sent.Last().Message);

    [Theory, InlineData(ReferralStatus.Offered), InlineData(ReferralStatus.InSupport), InlineData(ReferralStatus.OnHold)]
    public void An_open_referral_is_cancelled_with_that_reason(ReferralStatus status)
    {
        var story = Story.In(status).Cora(new WithdrawConsent());

        Assert.Equal((ReferralStatus.Cancelled, "consentWithdrawn"), (story.Referral.Status, story.Referral.StatusReason));
    }

    [Fact]
    public void A_closed_referral_keeps_its_end() =>
        Assert.Equal(ReferralStatus.Completed, Story.In(ReferralStatus.Completed).Practice(new WithdrawConsent()).Referral.Status);

    [Fact]
    public void It_cannot_be_reopened() =>
        Assert.Equal(Refusals.ConsentIsWithdrawn, Story.In(ReferralStatus.Completed).Client(new WithdrawConsent()).Cora(new Reopen(ReopenReason.ClientReturned)).Refusal);

    [Fact]
    public void Feedback_that_comes_back_undeliverable_later_troubles_nobody()
    {
        var story = Story.In(ReferralStatus.Completed).Client(new WithdrawConsent());

        Assert.Empty(story.Delivery(new ReportFeedbackUndeliverable(story.Feedback.First().Key)).Times(MessageKind.FeedbackUndeliverable));
    }
}
