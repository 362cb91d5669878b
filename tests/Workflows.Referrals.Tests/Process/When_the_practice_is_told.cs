using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_the_practice_is_told
{
    [Fact]
    public void It_is_at_acceptance_after_the_first_talk_after_three_months_and_at_the_end()
    {
        var story = Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 8, 1, 12)).Anna(new RecordOutcome(OutcomeKind.Completed, Lines: "lines!1"));

        Assert.Equal([FeedbackMoment.Accepted, FeedbackMoment.Started, FeedbackMoment.Progress, FeedbackMoment.End], story.Feedback.Select(given => given.Moment));
        Assert.Equal(Amsterdam.At(2026, 7, 13, 9), story.Effects.Single(effect => effect.Effect is GiveFeedback { Moment: FeedbackMoment.Progress }).At);
    }

    [Fact]
    public void It_is_only_at_the_moments_of_the_pathway()
    {
        var story = Story.In(ReferralStatus.InSupport, ShippedPathways.FallPrevention).Until(Amsterdam.At(2026, 8, 1, 12)).Anna(new RecordOutcome(OutcomeKind.Completed));

        Assert.Equal([FeedbackMoment.Accepted, FeedbackMoment.Started, FeedbackMoment.End], story.Feedback.Select(given => given.Moment));
        Assert.Equal(Refusals.NotAnAgreedMoment, Story.In(ReferralStatus.InSupport, ShippedPathways.FallPrevention).Anna(new GiveInterimFeedback("lines!1")).Refusal);
    }

    [Fact]
    public void Feedback_that_the_worker_gave_in_between_is_the_progress()
    {
        var story = Story.In(ReferralStatus.InSupport).Until(Amsterdam.At(2026, 6, 1, 12)).Anna(new GiveInterimFeedback("lines!1")).Until(Amsterdam.At(2026, 9, 1, 12));

        Assert.Equal("lines!1", Assert.Single(story.Feedback, given => given.Moment is FeedbackMoment.Progress).Lines);
    }

    [Fact]
    public void A_worker_may_tell_of_the_progress_more_than_once() =>
        Assert.Equal(2, Story.In(ReferralStatus.InSupport).Anna(new GiveInterimFeedback("lines!1")).Anna(new GiveInterimFeedback("lines!2")).Feedback.Count(given => given.Moment is FeedbackMoment.Progress));

    [Fact]
    public void It_hears_of_acceptance_once_also_when_the_referral_is_assigned_again_later()
    {
        var story = Story.In(ReferralStatus.Accepted);
        story.Deputies = [];
        story.Delivery(new ReportWorkerUnavailable("anna")).Cora(new Assign("carla"));

        Assert.Single(story.Feedback, given => given.Moment is FeedbackMoment.Accepted);
    }

    [Fact]
    public void A_client_who_shares_only_that_she_came_gives_the_gp_codes_and_moments_and_no_content()
    {
        var story = Story.In(ReferralStatus.InSupport, sharesContent: false).Anna(new GiveInterimFeedback("lines!1")).Anna(new RecordOutcome(OutcomeKind.Completed, Lines: "lines!2"));

        Assert.Equal(4, story.Feedback.Count());
        Assert.All(story.Feedback, given => Assert.Null(given.Lines));
    }

    [Fact]
    public void The_end_is_acknowledged_with_a_click()
    {
        var story = Story.In(ReferralStatus.Completed);
        Assert.Equal("referrer", story.Referral.WhoseTurn);

        story.Practice(new AcknowledgeFeedback(End(story))).Until(Story.Monday.AddDays(60));

        Assert.Null(story.Referral.WhoseTurn);
        Assert.Empty(story.Times(MessageKind.AcknowledgementReminder));
    }

    [Fact]
    public void The_end_is_acknowledged_by_a_systems_2xx_and_not_by_an_email()
    {
        var (called, mailed) = (Story.In(ReferralStatus.Completed), Story.In(ReferralStatus.Completed));
        called.Delivery(new ReportFeedbackDelivered(End(called), FeedbackChannel.Callback)).Until(Story.Monday.AddDays(60));
        mailed.Delivery(new ReportFeedbackDelivered(End(mailed), FeedbackChannel.Email)).Until(Story.Monday.AddDays(60));

        Assert.Empty(called.Times(MessageKind.AcknowledgementReminder));
        Assert.Single(mailed.Times(MessageKind.AcknowledgementReminder));
    }

    [Fact]
    public void Unacknowledged_after_five_working_days_it_is_reminded_once_and_then_the_coordinator_sees_it()
    {
        var story = Story.In(ReferralStatus.Completed).Until(Story.Monday.AddDays(80));

        Assert.Equal([Amsterdam.At(2026, 4, 20, 9)], story.Times(MessageKind.AcknowledgementReminder));
        Assert.Equal([Amsterdam.At(2026, 4, 28, 9)], story.Times(MessageKind.AcknowledgementMissing));
        Assert.True(story.Referral.Feedback[^1].IsMissing);
    }

    [Fact]
    public void Nothing_but_the_end_asks_to_be_acknowledged() =>
        Assert.Empty(Story.In(ReferralStatus.InSupport).Until(Story.Monday.AddDays(60)).Times(MessageKind.AcknowledgementReminder));

    [Fact]
    public void Feedback_that_arrives_by_no_channel_is_shown_to_the_coordinator()
    {
        var story = Story.In(ReferralStatus.InSupport);
        story.Delivery(new ReportFeedbackUndeliverable(story.Feedback.First().Key));

        Assert.Single(story.Times(MessageKind.FeedbackUndeliverable));
    }

    [Fact]
    public void Feedback_that_never_left_cannot_be_acknowledged() =>
        Assert.Equal(Refusals.UnknownFeedback, Story.In(ReferralStatus.Completed).Practice(new AcknowledgeFeedback("r1.9.feedback-end")).Refusal);

    [Fact]
    public void It_hears_nothing_of_its_own_cancellation() =>
        Assert.Empty(Story.In(ReferralStatus.Cancelled).Feedback);

    static string End(Story story) => story.Feedback.Single(given => given.Moment is FeedbackMoment.End).Key;
}
