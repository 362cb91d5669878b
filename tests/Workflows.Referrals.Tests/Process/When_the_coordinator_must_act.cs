using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_the_coordinator_must_act
{
    readonly Story story = Story.In(ReferralStatus.AwaitingCoordinator);

    [Fact]
    public void A_reminder_comes_every_working_day() =>
        Assert.Equal(
            [At(14), At(15), At(16), At(17), At(20)],
            story.Until(Amsterdam.At(2026, 4, 20, 12)).Times(MessageKind.CoordinatorReminder));

    [Fact]
    public void The_referrer_is_told_after_ten_working_days_that_it_waits_and_may_cancel()
    {
        story.Until(Amsterdam.At(2026, 5, 8, 12));

        Assert.Equal([Amsterdam.At(2026, 4, 28, 17)], story.Times(MessageKind.StillWaiting));   // King's Day is no working day
        Assert.Equal(ReferralStatus.Cancelled, story.Practice(new Cancel(CancelReason.WaitedTooLong)).Referral.Status);
    }

    [Fact]
    public void An_assigned_worker_has_it_without_being_asked_and_the_reminders_stop()
    {
        story.Cora(new Assign("carla")).Until(Amsterdam.At(2026, 4, 16, 12));

        Assert.Equal((ReferralStatus.Accepted, "carla"), (story.Referral.Status, story.Referral.Worker));
        Assert.Single(story.Times(MessageKind.Assigned));
        Assert.Empty(story.Times(MessageKind.CoordinatorReminder));
    }

    [Fact]
    public void It_can_be_rejected_with_a_reason_which_the_referrer_hears()
    {
        story.Cora(new Reject(RejectReason.NeedsCareFirst));

        Assert.Equal((ReferralStatus.Rejected, "needsCareFirst"), (story.Referral.Status, story.Referral.StatusReason));
        Assert.Equal(ReferralStatus.Rejected, story.Feedback.Single().Status);
    }

    [Fact]
    public void It_can_be_closed() =>
        Assert.Equal((ReferralStatus.Cancelled, "helpedElsewhere"), Ending(story.Cora(new Cancel(CancelReason.HelpedElsewhere))));

    [Fact]
    public void It_never_started_only_when_a_worker_had_accepted() =>
        Assert.Equal(Refusals.NeverAccepted, story.Cora(new RecordOutcome(OutcomeKind.NotStarted, OutcomeReason.NoSuitableOffer)).Refusal);

    [Fact]
    public void A_duplicate_is_merged_into_the_referral_that_goes_on()
    {
        var duplicate = Story.Received(Story.Monday, duplicate: "r2").Cora(new Merge("r2"));

        Assert.Equal(new("r2"), duplicate.Last<MergedInto>());
        Assert.Equal((ReferralStatus.Rejected, "duplicate"), Ending(duplicate));
    }

    [Fact]
    public void Only_the_duplicate_that_was_found_can_be_merged_with() =>
        Assert.Equal(Refusals.NotADuplicate, Story.Received(Story.Monday, duplicate: "r2").Cora(new Merge("r3")).Refusal);

    [Fact]
    public void No_duplicate_after_all_is_given_to_a_worker() =>
        Assert.Equal(ReferralStatus.Accepted, Story.Received(Story.Monday, duplicate: "r2").Cora(new Assign("anna")).Referral.Status);

    [Fact]
    public void A_referral_that_was_taken_can_be_given_to_another_worker_and_keeps_its_status()
    {
        var taken = Story.In(ReferralStatus.InSupport).Cora(new Assign("bram"));

        Assert.Equal((ReferralStatus.InSupport, "bram"), (taken.Referral.Status, taken.Referral.Worker));
        Assert.Contains(taken.Sent, sent => sent.Message == new Message(new(RecipientKind.Worker, "anna"), MessageKind.NoLongerYours));
        Assert.Equal(Refusals.NotYourReferral, taken.Anna(new LogContact(ContactKind.Phone)).Refusal);
    }

    [Fact]
    public void The_worker_who_is_asked_can_get_it_at_once_and_is_not_told_that_it_went_to_another()
    {
        var offered = Story.In(ReferralStatus.Offered).Cora(new Assign("anna"));

        Assert.Equal("anna", offered.Referral.Worker);
        Assert.Empty(offered.Times(MessageKind.NoLongerYours));
    }

    static (ReferralStatus, string?) Ending(Story story) => (story.Referral.Status, story.Referral.StatusReason);

    static DateTimeOffset At(int day) => Amsterdam.At(2026, 4, day, 9);
}
