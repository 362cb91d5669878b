using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_somebody_cancels
{
    static readonly Cancel ByPractice = new(CancelReason.WithdrawnByReferrer);
    static readonly Cancel ByClient = new(CancelReason.WithdrawnByClient);

    [Fact]
    public void Before_acceptance_the_referrer_withdraws_it_and_the_worker_asked_is_told()
    {
        var story = Story.In(ReferralStatus.Offered).Practice(ByPractice);

        Assert.Equal((ReferralStatus.Cancelled, "withdrawnByReferrer"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.Single(story.Times(MessageKind.NoLongerYours));
    }

    [Fact]
    public void After_acceptance_the_referrer_asks_and_the_worker_may_still_complete()
    {
        var story = Story.In(ReferralStatus.InSupport).Practice(ByPractice);
        Assert.Equal(ReferralStatus.InSupport, story.Referral.Status);
        Assert.Single(story.Times(MessageKind.CancellationRequested));

        Assert.Equal(ReferralStatus.Completed, story.Anna(new RecordOutcome(OutcomeKind.Completed)).Referral.Status);
    }

    [Fact]
    public void The_worker_may_grant_the_request() =>
        Assert.Equal(ReferralStatus.Cancelled, Story.In(ReferralStatus.InSupport).Practice(ByPractice).Anna(ByPractice).Referral.Status);

    [Fact]
    public void A_request_made_twice_stands_once()
    {
        var story = Story.In(ReferralStatus.InSupport).Practice(ByPractice).Practice(new RequestCancellation(CancelReason.Other));

        Assert.Single(story.All<CancellationRequested>());
        Assert.Single(story.Times(MessageKind.CancellationRequested));
    }

    [Theory, InlineData(ReferralStatus.Offered), InlineData(ReferralStatus.AwaitingCoordinator), InlineData(ReferralStatus.Accepted), InlineData(ReferralStatus.HandoverPlanned), InlineData(ReferralStatus.InSupport), InlineData(ReferralStatus.OnHold)]
    public void The_client_needs_to_ask_nobody_and_the_gp_hears_of_it(ReferralStatus status)
    {
        var story = Story.In(status).Client(ByClient);

        Assert.Equal((ReferralStatus.Cancelled, "withdrawnByClient"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.Equal(ReferralStatus.Cancelled, story.Feedback.Last().Status);
    }

    [Fact]
    public void The_worker_who_has_it_can_record_that_the_client_withdrew() =>
        Assert.Equal(ReferralStatus.Cancelled, Story.In(ReferralStatus.Accepted).Anna(ByClient).Referral.Status);

    [Fact]
    public void Withdrawn_consent_has_a_command_of_its_own_which_stops_more()
    {
        Assert.Equal(Refusals.WithdrawConsentInstead, Story.In(ReferralStatus.Offered).Practice(new Cancel(CancelReason.ConsentWithdrawn)).Refusal);
        Assert.Equal(Refusals.WithdrawConsentInstead, Story.In(ReferralStatus.Offered).Client(new RequestCancellation(CancelReason.ConsentWithdrawn)).Refusal);
    }
}
