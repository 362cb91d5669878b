using Workflows.Referrals.Commands;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights;

public sealed class What_counts_of_a_timeline
{
    static readonly Profile Somebody = Profile.Of(71, "3011", ["Z15", "P03"], "default");

    static Fact? FactOf(Story story, DateTimeOffset? before = null) => Timelines.FactOf("r1", story.Events, Somebody, before);

    static Score Score(string instrument, params int?[] answers) => Instruments.Find(instrument)!.Measure([.. answers]).Score!;

    static Story Supported() => Story.In(ReferralStatus.InSupport);

    [Fact]
    public void A_person_is_known_by_classes_only() =>
        Assert.Equal(new Profile("65-79", "3011", "relations", ["GALA", "IZA", "WOZO"]), Somebody);

    [Theory]
    [InlineData(17, "0-17")]
    [InlineData(18, "18-34")]
    [InlineData(64, "50-64")]
    [InlineData(65, "65-79")]
    [InlineData(80, "80-plus")]
    [InlineData(104, "80-plus")]
    public void An_age_falls_in_one_class(int age, string band) => Assert.Equal(band, Profile.Of(age, null, [], "default").AgeBand);

    [Theory]
    [InlineData("Z01", "subsistence")]
    [InlineData("Z15.01", "relations")]
    [InlineData("Z29", "social")]
    [InlineData("P76", "mental")]
    [InlineData("A04", "other")]
    [InlineData("not-a-code", "other")]
    public void A_reason_falls_in_one_class(string reason, string group) => Assert.Equal(group, Profile.Of(null, null, [reason], "default").ReasonGroup);

    [Fact]
    public void What_nobody_told_is_not_known_and_not_guessed() =>
        Assert.Equal(Profile.Unknown with { Programmes = ["GALA", "IZA"] }, Profile.Of(null, null, [], "default"));

    [Fact]
    public void A_referral_that_only_arrived_is_a_referral()
    {
        var fact = FactOf(Story.In(ReferralStatus.Offered))!;

        Assert.Equal(("welzijn-zuid", "01999901", new DateOnly(2026, 4, 13), new DateOnly(2026, 4, 1)), (fact.Organisation, fact.Practice, fact.Received, fact.Cohort));
        Assert.Equal((false, false, (DateOnly?)null, false), (fact.IsAccepted, fact.IsHandedOver, fact.Started, fact.IsCompleted));
        Assert.Null(fact.DaysToFirstContact);
    }

    [Fact]
    public void A_talk_is_the_first_contact_and_an_attempt_is_none()
    {
        var story = Story.In(ReferralStatus.Accepted).Anna(new LogContact(ContactKind.Attempt));
        Assert.Null(FactOf(story)!.DaysToFirstContact);

        story.After(TimeSpan.FromDays(2)).Anna(new LogContact(ContactKind.Phone)).After(TimeSpan.FromDays(1)).Anna(new LogContact(ContactKind.Phone));
        Assert.Equal(2, FactOf(story)!.DaysToFirstContact);
    }

    [Fact]
    public void A_meeting_is_a_handover_and_a_telephone_call_only_a_start()
    {
        Assert.True(FactOf(Supported())!.IsHandedOver);

        var byPhone = FactOf(Story.In(ReferralStatus.HandoverPlanned).After(TimeSpan.FromDays(3)).Anna(new RecordHandover(HandoverResult.ByPhone)))!;
        Assert.Equal((false, true), (byPhone.IsHandedOver, byPhone.Started is not null));
    }

    [Fact]
    public void A_visit_counts_when_it_was_confirmed()
    {
        var story = Supported().Anna(new ChooseArrangement(Arrangement.Meeting, true)).Anna(new RecordAttendance(false));
        Assert.False(FactOf(story)!.HasAttended);

        Assert.True(FactOf(story.Anna(new RecordAttendance(true)))!.HasAttended);
    }

    [Fact]
    public void The_reason_of_an_end_is_one_of_not_starting_or_of_stopping()
    {
        var neverBegan = FactOf(Story.In(ReferralStatus.AwaitingCoordinator).Cora(new Reject(RejectReason.NoCapacity)))!;
        Assert.Equal(("noCapacity", null, true), (neverBegan.NotStartedBecause, neverBegan.StoppedBecause, neverBegan.IsUnmet));

        var ended = FactOf(Supported().Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached)))!;
        Assert.Equal((null, "goalReached", false, true), (ended.NotStartedBecause, ended.StoppedBecause, ended.IsUnmet, ended.IsCompleted));
    }

    [Fact]
    public void What_was_opened_again_has_not_ended()
    {
        var reopened = FactOf(Supported().Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached)).Cora(new Reopen(ReopenReason.ClientReturned)))!;

        Assert.Equal((null, false, true), (reopened.StoppedBecause, reopened.IsCompleted, reopened.IsHandedOver));
    }

    [Fact]
    public void A_mistake_counts_nowhere() => Assert.Null(FactOf(Supported().Cora(new MarkEnteredInError(ErrorReason.WrongPerson))));

    [Fact]
    public void A_request_that_goes_on_under_another_id_is_counted_there_unless_it_is_opened_again()
    {
        var story = Story.Received(Story.Monday, duplicate: "r0").Cora(new Merge("r0"));
        Assert.Null(FactOf(story));

        Assert.NotNull(FactOf(story.Cora(new Reopen(ReopenReason.ClosedByMistake))));
    }

    [Fact]
    public void The_change_is_that_of_the_last_and_the_first_measurement()
    {
        var story = Supported().Anna(Measured("who-5", 1, 1, 1, 1, 1)).After(TimeSpan.FromDays(10)).Anna(Measured("who-5", 5, 5, 5, 5, 5)).After(TimeSpan.FromDays(10)).Anna(Measured("who-5", 2, 2, 2, 2, 2));

        Assert.Equal(new BeforeAndAfter("who-5", 20, 40), FactOf(story)!.ChangeIn("who-5"));
    }

    [Fact]
    public void One_measurement_is_no_change() => Assert.Empty(FactOf(Supported().Anna(Measured("who-5", 1, 1, 1, 1, 1)))!.Changes);

    [Fact]
    public void Visits_count_only_when_one_number_is_of_before_and_the_other_of_after()
    {
        var story = Supported().Anna(Measured("gp-visits", 6)).After(TimeSpan.FromDays(40)).Anna(Measured("gp-visits", 5));
        Assert.Null(FactOf(story)!.ChangeIn("gp-visits"));

        story.After(TimeSpan.FromDays(60)).Anna(Measured("gp-visits", 2));
        Assert.Equal(new BeforeAndAfter("gp-visits", 6, 2), FactOf(story)!.ChangeIn("gp-visits"));
    }

    [Fact]
    public void Who_takes_part_at_a_moment_is_who_said_so_from_then_on_and_before_the_next()
    {
        var story = Supported().After(TimeSpan.FromDays(100)).Anna(Measured("still-active", 1)).After(TimeSpan.FromDays(100)).Anna(Measured("still-active", 0));

        Assert.Equal([3], FactOf(story)!.ActiveAfter);
    }

    [Fact]
    public void After_consent_was_withdrawn_the_referral_counts_and_what_was_measured_does_not()
    {
        var story = Supported().Anna(Measured("who-5", 1, 1, 1, 1, 1)).Anna(Measured("who-5", 2, 2, 2, 2, 2)).Anna(Measured("satisfaction", 8));
        Assert.Equal((1, 8m), (FactOf(story)!.Changes.Count, FactOf(story)!.Satisfaction));

        var withdrawn = FactOf(story.Cora(new WithdrawConsent()))!;
        Assert.Equal((0, (decimal?)null, true), (withdrawn.Changes.Count, withdrawn.Satisfaction, withdrawn.IsHandedOver));
    }

    [Fact]
    public void What_took_place_later_can_be_left_out()
    {
        var story = Supported().After(TimeSpan.FromDays(1));
        var now = story.Now;
        story.Anna(new RecordOutcome(OutcomeKind.Completed, OutcomeReason.GoalReached));

        Assert.False(FactOf(story, before: now)!.IsCompleted);
        Assert.True(FactOf(story)!.IsCompleted);
    }

    [Fact]
    public void A_timeline_without_its_receipt_is_refused() =>
        Assert.Throws<ArgumentException>(() => Timelines.FactOf("r1", Supported().Events.Skip(1), Somebody));

    static RecordMeasurement Measured(string instrument, params int?[] answers) => new(instrument, "measurement!1", Score(instrument, answers));
}
