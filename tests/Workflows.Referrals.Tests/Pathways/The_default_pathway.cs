using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Tests.Pathways;

/// <summary>The numbers of the phases.</summary>
public sealed class The_default_pathway
{
    static readonly Pathway Default = Pathway.Default;

    [Fact]
    public void Asks_3_candidates_who_respond_within_2_working_days_with_one_reminder_after_1() =>
        Assert.Equal((3, Term.WorkingDays(2), Term.WorkingDays(1)), (Default.Offer.Candidates, Default.Offer.Respond, Default.Offer.RemindAfter));

    [Fact]
    public void Reminds_the_coordinator_daily_and_tells_the_referrer_after_10_working_days() =>
        Assert.Equal((Term.WorkingDays(1), Term.WorkingDays(10)), (Default.Offer.CoordinatorRemindEvery, Default.Offer.TellReferrerAfter));

    [Fact]
    public void Plans_within_5_working_days_has_first_contact_within_10_and_tries_at_most_3_times_after_a_no_show() =>
        Assert.Equal((Term.WorkingDays(5), Term.WorkingDays(10), 3), (Default.Handover.PlanWithin, Default.Handover.FirstContactWithin, Default.Handover.MaxOutreach));

    [Fact]
    public void Reminds_after_2_weeks_6_weeks_3_months_then_every_3_months_and_is_stuck_after_3_months_without_contact() =>
        Assert.Equal(new SupportRules([Term.Weeks(2), Term.Weeks(6), Term.Months(3)], ThenEvery: Term.Months(3), StuckAfter: Term.Months(3)), Default.Support);

    [Fact]
    public void Gives_feedback_of_at_most_5_lines_at_four_moments_acknowledged_within_5_working_days_and_retried_for_3_days() =>
        Assert.Equal(
            new FeedbackRules([FeedbackMoment.Accepted, FeedbackMoment.Started, FeedbackMoment.Progress, FeedbackMoment.End], Term.Months(3), Term.WorkingDays(5), MaxLines: 5, Term.Days(3)),
            Default.Feedback);

    [Fact]
    public void Measures_at_3_6_12_and_24_months_and_erases_24_months_after_the_end()
    {
        Assert.Equal([Term.Months(3), Term.Months(6), Term.Months(12), Term.Months(24)], Default.Aftercare.MeasureAfter);
        Assert.Contains(InstrumentIds.PositieveGezondheid, Default.Aftercare.Instruments);
        Assert.Equal(Term.Months(24), Default.Retention.EraseAfter);
    }
}
