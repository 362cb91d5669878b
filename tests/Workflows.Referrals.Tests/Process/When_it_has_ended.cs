using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_it_has_ended
{
    static readonly DateTimeOffset YearsLater = Amsterdam.At(2030, 1, 1, 12);

    [Fact]
    public void After_a_death_nobody_is_asked_for_anything()
    {
        var story = Story.In(ReferralStatus.InSupport).Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.Deceased));

        Assert.DoesNotContain(story.Referral.OpenDeadlines, deadline => deadline.Kind is DeadlineKind.Aftercare);
        Assert.DoesNotContain(story.Until(Amsterdam.At(2028, 1, 1, 10)).Sent, sent => sent.Message.Kind is MessageKind.AftercareDue);
    }

    [Fact]
    public void Measurements_are_asked_for_at_three_six_twelve_and_twenty_four_months_after_the_start() =>
        Assert.Equal(
            [At(2026, 7, 13), At(2026, 10, 13), At(2027, 4, 13), At(2028, 4, 13)],
            Story.In(ReferralStatus.Completed).Until(YearsLater).All<AftercareAsked>().Select(asked => asked.Explanation.Due));

    [Fact]
    public void The_client_is_asked_as_well_as_the_worker()
    {
        var asked = Story.In(ReferralStatus.Completed).Until(Amsterdam.At(2026, 7, 13, 10)).Sent.Where(sent => sent.Message.Kind is MessageKind.AftercareDue);

        Assert.Equal([new(RecipientKind.Worker, "anna"), new(RecipientKind.Client, "r1")], asked.Select(sent => sent.Message.To));
    }

    [Fact]
    public void The_client_can_record_the_measurement_after_the_end() =>
        Assert.Null(Story.In(ReferralStatus.Completed).Client(new RecordMeasurement("who-5", "answers!1")).Refusal);

    [Theory, InlineData(ReferralStatus.NotStarted), InlineData(ReferralStatus.Rejected), InlineData(ReferralStatus.Cancelled), InlineData(ReferralStatus.EnteredInError)]
    public void What_never_started_has_no_aftercare(ReferralStatus status) => Assert.Empty(Story.In(status).Until(YearsLater).All<AftercareAsked>());

    [Theory]
    [InlineData(ReferralStatus.Completed), InlineData(ReferralStatus.NotStarted), InlineData(ReferralStatus.Rejected), InlineData(ReferralStatus.Cancelled), InlineData(ReferralStatus.EnteredInError)]
    public void Twenty_four_months_after_the_end_the_persons_data_become_unreadable(ReferralStatus status)
    {
        var story = Story.In(status).Until(YearsLater);

        Assert.Equal(Amsterdam.At(2028, 4, 13, 17), Assert.Single(story.Effects, effect => effect.Effect is EraseDossier).At);
        Assert.True(story.Referral.IsErased);
        Assert.Empty(story.Referral.OpenDeadlines);
    }

    [Fact]
    public void After_the_erasure_nothing_can_happen_any_more() =>
        Assert.Equal(Refusals.Erased, Story.In(ReferralStatus.Completed).Until(YearsLater).Cora(new Reopen(ReopenReason.ClientReturned)).Refusal);

    [Theory, InlineData(ReferralStatus.Completed), InlineData(ReferralStatus.NotStarted), InlineData(ReferralStatus.Rejected), InlineData(ReferralStatus.Cancelled)]
    public void A_coordinator_reopens_it_as_a_new_cycle_and_the_old_end_stays_in_the_timeline(ReferralStatus status)
    {
        var story = Story.In(status).Cora(new Reopen(ReopenReason.ClientReturned));

        Assert.False(story.Referral.Status.IsClosed);
        Assert.Equal((null, null, null), (story.Referral.Outcome, story.Referral.Worker, story.Referral.Support));
        Assert.Contains(story.Events, happened => happened.Change is OutcomeRecorded or Rejected or Cancelled);
        Assert.Equal(ReopenReason.ClientReturned, story.Last<Reopened>().Reason);
    }

    [Fact]
    public void Nobody_waits_for_the_acknowledgement_of_an_end_that_was_none_but_it_is_still_accepted()
    {
        var story = Story.In(ReferralStatus.Completed);
        var end = story.Feedback.Last().Key;
        story.Cora(new Reopen(ReopenReason.ClosedByMistake)).Until(Story.Monday.AddDays(30));

        Assert.Empty(story.Times(MessageKind.AcknowledgementReminder));
        Assert.Null(story.Practice(new AcknowledgeFeedback(end)).Refusal);
    }

    [Fact]
    public void The_gp_hears_the_end_of_the_new_cycle_too()
    {
        var story = Story.In(ReferralStatus.Completed).Cora(new Reopen(ReopenReason.ClientReturned)).Anna(new Accept())
            .Anna(new PlanHandover(Story.Monday.AddDays(2), HandoverForm.Phone)).Anna(new RecordHandover(HandoverResult.ByPhone)).Anna(new RecordOutcome(OutcomeKind.Completed));

        Assert.Equal(2, story.Feedback.Count(given => given.Moment is FeedbackMoment.End));
    }

    [Fact]
    public void A_mistake_is_not_reopened() =>
        Assert.Equal("not-in-this-status", Story.In(ReferralStatus.EnteredInError).Cora(new Reopen(ReopenReason.Other)).Refusal!.Code);

    static DateTimeOffset At(int year, int month, int day) => Amsterdam.At(year, month, day, 9);
}
