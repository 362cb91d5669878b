using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_a_referral_is_on_hold
{
    static readonly PutOnHoldUntil UntilJune = new(HoldReason.Illness, new(2026, 6, 1));

    [Theory, InlineData(ReferralStatus.AwaitingCoordinator), InlineData(ReferralStatus.Accepted), InlineData(ReferralStatus.HandoverPlanned), InlineData(ReferralStatus.InSupport)]
    public void It_is_silent_until_the_date_and_then_goes_on_where_it_was(ReferralStatus status)
    {
        var story = Story.In(status).Cora(UntilJune);
        Assert.Equal((ReferralStatus.OnHold, "illness"), (story.Referral.Status, story.Referral.StatusReason));
        var sent = story.Effects.Count;

        Assert.Equal(sent, story.Until(Amsterdam.At(2026, 6, 1, 8)).Effects.Count);
        Assert.Equal(status, story.Until(Amsterdam.At(2026, 6, 1, 9)).Referral.Status);
        Assert.Equal([Amsterdam.At(2026, 6, 1, 9)], story.Times(MessageKind.PauseIsOver));
    }

    [Fact]
    public void A_date_to_resume_that_is_no_working_day_is_the_next_one() =>
        Assert.Equal(Amsterdam.At(2026, 6, 8, 9), Story.In(ReferralStatus.InSupport).Anna(UntilJune with { Until = new(2026, 6, 6) }).Next(DeadlineKind.Resumption)!.At);

    [Fact]
    public void It_can_be_resumed_earlier() =>
        Assert.Equal(ReferralStatus.InSupport, Story.In(ReferralStatus.OnHold).Anna(new Resume()).Referral.Status);

    [Fact]
    public void The_pause_can_be_made_longer_and_it_still_goes_on_where_it_was()
    {
        var story = Story.In(ReferralStatus.OnHold).Anna(UntilJune with { Until = new(2026, 7, 1) });

        Assert.Equal(ReferralStatus.OnHold, story.Until(Amsterdam.At(2026, 6, 30, 12)).Referral.Status);
        Assert.Equal(ReferralStatus.InSupport, story.Until(Amsterdam.At(2026, 7, 1, 9)).Referral.Status);
    }

    [Fact]
    public void An_offer_is_taken_back_and_the_search_begins_anew_afterwards()
    {
        var story = Story.In(ReferralStatus.Offered).Cora(UntilJune);
        Assert.Single(story.Times(MessageKind.NoLongerYours));
        Assert.Equal(Refusals.NotInThisStatus(Transitions.Of("accept"), Role.Worker, ReferralStatus.OnHold), story.Anna(new Accept()).Refusal);

        story.Until(Amsterdam.At(2026, 6, 1, 9));
        Assert.Equal((ReferralStatus.Offered, "anna"), (story.Referral.Status, story.Referral.Offer.Worker));
    }

    [Fact]
    public void The_reason_why_the_coordinator_must_act_is_still_there_afterwards() =>
        Assert.Equal("nobodyAccepted", Story.In(ReferralStatus.AwaitingCoordinator).Cora(UntilJune).Cora(new Resume()).Referral.StatusReason);

    [Fact]
    public void Reminders_that_fell_into_the_pause_are_not_made_up_for()
    {
        var story = Story.In(ReferralStatus.InSupport).Anna(UntilJune).Until(Amsterdam.At(2026, 7, 1, 12));

        Assert.Empty(story.Times(MessageKind.SupportReminder));   // those of two and six weeks
        Assert.Equal([Amsterdam.At(2026, 7, 13, 9)], story.Until(Amsterdam.At(2026, 8, 1, 12)).Times(MessageKind.SupportReminder));
    }

    [Fact]
    public void The_silence_of_the_pause_does_not_count() =>
        Assert.Equal([Amsterdam.At(2026, 9, 1, 17)], Story.In(ReferralStatus.InSupport).Anna(UntilJune).Until(Amsterdam.At(2026, 10, 1, 12)).Times(MessageKind.Stuck));

    [Fact]
    public void The_first_contact_has_its_time_again_afterwards() =>
        Assert.Equal([Amsterdam.At(2026, 6, 15, 17)], Story.In(ReferralStatus.Accepted).Anna(UntilJune).Until(Amsterdam.At(2026, 7, 1, 12)).Times(MessageKind.FirstContactOverdue));

    [Fact]
    public void The_date_to_resume_lies_after_today_and_within_a_year()
    {
        Assert.Equal(Refusals.NotInTheFuture, Story.In(ReferralStatus.InSupport).Anna(UntilJune with { Until = new(2026, 4, 13) }).Refusal);
        Assert.Equal(Refusals.NotInTheFuture, Story.In(ReferralStatus.InSupport).Anna(UntilJune with { Until = new(2027, 6, 1) }).Refusal);
    }

    [Fact]
    public void It_can_be_given_to_another_worker_and_stays_on_hold()
    {
        var story = Story.In(ReferralStatus.OnHold).Cora(new Assign("bram"));

        Assert.Equal((ReferralStatus.OnHold, "bram"), (story.Referral.Status, story.Referral.Worker));
    }

    [Fact]
    public void Given_to_a_first_worker_it_goes_on()
    {
        var story = Story.In(ReferralStatus.AwaitingCoordinator).Cora(UntilJune).Cora(new Assign("bram"));

        Assert.Equal((ReferralStatus.Accepted, "bram", null), (story.Referral.Status, story.Referral.Worker, story.Referral.Hold));
    }
}
