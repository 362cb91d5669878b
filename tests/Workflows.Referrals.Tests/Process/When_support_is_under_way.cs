using Workflows.Referrals.Commands;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process;

public sealed class When_support_is_under_way
{
    readonly Story story = Story.In(ReferralStatus.InSupport);

    [Fact]
    public void The_worker_is_reminded_after_two_and_six_weeks_after_three_months_and_then_every_three_months() =>
        Assert.Equal(
            [At(2026, 4, 28), At(2026, 5, 26), At(2026, 7, 13), At(2026, 10, 13), At(2027, 1, 13)],   // 27 April is King's Day, 25 May is Whit Monday
            story.Until(At(2027, 2, 1)).Times(MessageKind.SupportReminder));

    [Fact]
    public void Reminders_stop_the_moment_an_outcome_is_recorded() =>
        Assert.Equal([At(2026, 4, 28)], story.Until(At(2026, 5, 10)).Anna(new RecordOutcome(OutcomeKind.Completed)).Until(At(2029, 1, 1)).Times(MessageKind.SupportReminder));

    [Fact]
    public void No_contact_for_three_months_is_stuck_and_the_coordinator_is_told_who_must_act_and_since_when()
    {
        story.Until(At(2026, 7, 14));

        Assert.Equal([Amsterdam.At(2026, 7, 13, 17)], story.Times(MessageKind.Stuck));
        Assert.Equal(("anna", Story.Monday.ToUniversalTime()), (story.Last<FoundStuck>().Explanation.Who, story.Last<FoundStuck>().Explanation.SilentSince));
    }

    [Fact]
    public void The_coordinator_is_told_again_as_long_as_the_silence_lasts() =>
        Assert.Equal([Amsterdam.At(2026, 7, 13, 17), Amsterdam.At(2026, 10, 13, 17)], story.Until(At(2026, 11, 1)).Times(MessageKind.Stuck));

    [Fact]
    public void A_logged_contact_resets_the_silence_clock()
    {
        story.Until(At(2026, 7, 1)).Anna(new LogContact(ContactKind.Phone, "note!1")).Until(At(2026, 9, 30));

        Assert.Empty(story.Times(MessageKind.Stuck));
        Assert.Equal(Amsterdam.At(2026, 10, 1, 17), story.Next(DeadlineKind.Silence)!.At);
    }

    [Fact]
    public void A_contact_ends_being_stuck() =>
        Assert.Null(story.Until(At(2026, 7, 14)).Anna(new LogContact(ContactKind.InPerson)).Referral.Support!.StuckSince);

    [Fact]
    public void An_attempt_that_found_nobody_does_not_reset_the_silence_clock() =>
        Assert.Single(story.Until(At(2026, 7, 1)).Anna(new LogContact(ContactKind.Attempt)).Until(At(2026, 7, 14)).Times(MessageKind.Stuck));

    [Fact]
    public void The_first_visit_is_accompanied_when_the_client_wants_that_and_counts_only_when_attendance_is_confirmed()
    {
        story.Anna(new ChooseArrangement(Arrangement.Meeting, Accompanied: true));
        Assert.Equal((true, null), (story.Referral.Support!.IsAccompanied, story.Referral.Support.Attended));

        Assert.True(story.Anna(new RecordAttendance(true)).Referral.Support!.Attended);
    }

    [Fact]
    public void A_visit_to_nothing_cannot_be_attended() => Assert.Equal(Refusals.NoArrangement, story.Anna(new RecordAttendance(true)).Refusal);

    [Fact]
    public void Another_arrangement_has_a_first_visit_of_its_own() =>
        Assert.Null(story
            .Anna(new ChooseArrangement(Arrangement.Meeting, true)).Anna(new RecordAttendance(true))
            .Anna(new ChooseArrangement(Arrangement.Exercise, false)).Referral.Support!.Attended);

    [Theory, InlineData(0), InlineData(10)]
    public void The_clients_own_goal_is_scored_from_nought_to_ten(int score) =>
        Assert.Equal(new("text!1", score), story.Anna(new SetGoal("text!1", score)).Last<GoalSet>());

    [Theory, InlineData(-1), InlineData(11)]
    public void A_score_outside_its_range_is_refused(int score) => Assert.Equal(Refusals.ScoreOutOfRange, story.Anna(new SetGoal("text!1", score)).Refusal);

    [Fact]
    public void Only_instruments_of_the_pathway_are_measured_with()
    {
        Assert.Equal(new("who-5", "answers!1"), story.Anna(new RecordMeasurement("who-5", "answers!1")).Last<MeasurementRecorded>());
        Assert.Equal(Refusals.UnknownInstrument, story.Anna(new RecordMeasurement("de-jong-gierveld-11", "answers!1")).Refusal);
    }

    [Fact]
    public void The_timeline_holds_what_the_answers_amount_to_in_numbers_and_codes()
    {
        var score = Instruments.Find(InstrumentIds.Who5)!.Measure([3, 3, 3, 3, 3]).Score!;
        Assert.Equal(score, story.Anna(new RecordMeasurement("who-5", "answers!1", score)).Last<MeasurementRecorded>().Score);
        Assert.Equal(Refusals.FreeText, story.Anna(new RecordMeasurement("who-5", "answers!1", score with { Category = "voelt zich goed" })).Refusal);
    }

    [Fact]
    public void Free_text_in_a_command_is_refused_because_it_would_stay_in_the_history() =>
        Assert.Equal(Refusals.FreeText, story.Anna(new LogContact(ContactKind.Phone, "belde met haar dochter")).Refusal);

    [Fact]
    public void It_is_completed_and_not_never_started()
    {
        Assert.Equal(Refusals.AlreadyStarted, story.Anna(new RecordOutcome(OutcomeKind.NotStarted, OutcomeReason.NoShow)).Refusal);
        Assert.Equal(ReferralStatus.Completed, story.Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached, Arrangement.Meeting, "lines!1")).Referral.Status);
        Assert.Equal(new(OutcomeKind.Completed, OutcomeReason.GoalReached, Arrangement.Meeting), story.Last<OutcomeRecorded>());
    }

    [Fact]
    public void Before_it_started_it_cannot_be_completed_and_never_started_needs_a_reason()
    {
        var accepted = Story.In(ReferralStatus.Accepted);

        Assert.Equal(Refusals.NeverStarted, accepted.Anna(new RecordOutcome(OutcomeKind.Completed)).Refusal);
        Assert.Equal(Refusals.ReasonNeeded, accepted.Anna(new RecordOutcome(OutcomeKind.NotStarted)).Refusal);
        Assert.Equal("declinedByClient", accepted.Anna(new RecordOutcome(OutcomeKind.NotStarted, OutcomeReason.DeclinedByClient)).Referral.StatusReason);
    }

    [Fact]
    public void A_person_gets_at_most_one_reminder_about_it_a_day()
    {
        story.Until(At(2026, 7, 14));   // on 13 July the third support reminder and the first measurement are due

        Assert.Equal([At(2026, 7, 13)], story.All<AftercareAsked>().Select(asked => asked.Explanation.Due));
        Assert.Single(story.Sent, sent => sent.Message.Kind.IsReminder && sent.At == At(2026, 7, 13));
    }

    static DateTimeOffset At(int year, int month, int day) => Amsterdam.At(year, month, day, 9);
}
