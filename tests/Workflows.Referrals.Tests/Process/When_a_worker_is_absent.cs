using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_worker_is_absent
{
    static readonly ReportWorkerUnavailable Anna = new("anna");

    [Fact]
    public void Her_offer_goes_to_the_next_one_at_once()
    {
        var story = Story.In(ReferralStatus.Offered).Delivery(Anna);

        Assert.Equal("bram", story.Referral.Offer.Worker);
        Assert.Equal(new("anna"), story.Last<OfferWithdrawn>());
    }

    [Theory, InlineData(ReferralStatus.Accepted), InlineData(ReferralStatus.HandoverPlanned), InlineData(ReferralStatus.InSupport), InlineData(ReferralStatus.OnHold)]
    public void Her_referral_goes_to_the_deputy_and_keeps_its_status(ReferralStatus status)
    {
        var story = Story.In(status).Delivery(Anna);

        Assert.Equal((status, "bram"), (story.Referral.Status, story.Referral.Worker));
        Assert.Equal(new("bram", "anna"), story.Last<WorkerAssigned>());
        Assert.Equal(new(new(RecipientKind.Worker, "bram"), MessageKind.Assigned), story.Sent.Last().Message);
    }

    [Theory, InlineData(ReferralStatus.Accepted), InlineData(ReferralStatus.HandoverPlanned), InlineData(ReferralStatus.InSupport), InlineData(ReferralStatus.OnHold)]
    public void Without_a_deputy_a_human_must_act(ReferralStatus status)
    {
        var story = Story.In(status);
        story.Deputies = [];
        story.Delivery(Anna);

        Assert.Equal((ReferralStatus.AwaitingCoordinator, "workerUnavailable", null), (story.Referral.Status, story.Referral.StatusReason, story.Referral.Worker));
    }

    [Fact]
    public void Support_that_had_begun_goes_on_with_the_worker_whom_the_coordinator_finds()
    {
        var story = Story.In(ReferralStatus.InSupport);
        story.Deputies = [];

        Assert.Equal(ReferralStatus.InSupport, story.Delivery(Anna).Cora(new Assign("carla")).Referral.Status);
        Assert.Equal(Story.Monday.ToUniversalTime(), story.Referral.Support!.StartedAt);
    }

    [Fact]
    public void Support_that_had_begun_can_be_completed_by_the_coordinator_and_not_rejected()
    {
        var story = Story.In(ReferralStatus.InSupport);
        story.Deputies = [];
        story.Delivery(Anna);

        Assert.Equal(Refusals.AlreadyStarted, story.Cora(new Reject(RejectReason.NoCapacity)).Refusal);
        Assert.Equal(ReferralStatus.Completed, story.Cora(new RecordOutcome(OutcomeKind.Completed)).Referral.Status);
    }

    [Fact]
    public void After_the_end_the_deputy_asks_for_the_aftercare()
    {
        var story = Story.In(ReferralStatus.Completed).Delivery(Anna).Until(Amsterdam.At(2026, 8, 1, 12));

        Assert.Equal(ReferralStatus.Completed, story.Referral.Status);
        Assert.Contains(story.Sent, sent => sent.Message == new Message(new(RecipientKind.Worker, "bram"), MessageKind.AftercareDue));
    }

    [Fact]
    public void After_the_end_and_without_a_deputy_the_coordinator_asks_for_the_aftercare()
    {
        var story = Story.In(ReferralStatus.Completed);
        story.Deputies = [];
        story.Delivery(Anna).Until(Amsterdam.At(2026, 8, 1, 12));

        Assert.Equal((ReferralStatus.Completed, null), (story.Referral.Status, story.Referral.Worker));
        Assert.Contains(story.Sent, sent => sent.Message == new Message(new(RecipientKind.Coordinator, "welzijn-zuid"), MessageKind.AftercareDue));
    }

    [Theory, InlineData(ReferralStatus.NotStarted), InlineData(ReferralStatus.Cancelled), InlineData(ReferralStatus.AwaitingCoordinator)]
    public void Nothing_happens_where_nothing_is_hers_to_do(ReferralStatus status)
    {
        var story = Story.In(status);
        var events = story.Events.Count;

        Assert.Equal(events, story.Delivery(Anna).Events.Count);
    }
}
