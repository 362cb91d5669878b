using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What a command may hold, where that depends on the referral or the day.</summary>
static class Content
{
    /// <summary>The longest pause, and the longest waiting list.</summary>
    const int LongestWaitInDays = 366;

    public static Refusal? Refuses(Turn turn, ReferralCommand command) => command switch
    {
        PutOnHoldUntil hold => WithinAYear(turn, hold.Until),
        Waitlist waitlist => WithinAYear(turn, waitlist.Until),
        PlanHandover plan => plan.At <= turn.At ? Refusals.NotInTheFuture : WithinAYear(turn, AmsterdamTime.DayOf(plan.At), sameDay: true),
        SetGoal goal => goal.Score is < 0 or > 10 ? Refusals.ScoreOutOfRange : null,
        RecordAttendance => turn.Referral.Support?.Arrangement is null ? Refusals.NoArrangement : null,
        RecordMeasurement record => turn.Referral.Pathway.Instruments.Contains(record.Instrument) ? null : Refusals.UnknownInstrument,
        RecordOutcome { Outcome: OutcomeKind.Completed } => turn.Referral.Status is ReferralStatus.InSupport ? null : Refusals.NeverStarted,
        RecordOutcome { Outcome: OutcomeKind.NotStarted } record =>
            turn.Referral.Status is ReferralStatus.InSupport ? Refusals.AlreadyStarted
            : record.Reason is null ? Refusals.ReasonNeeded
            : null,
        AcknowledgeFeedback acknowledge => turn.Referral.Feedback.Any(given => given.Id == acknowledge.Feedback) ? null : Refusals.UnknownFeedback,
        Assign assign => assign.Worker == turn.Referral.Worker ? Refusals.AlreadyTheirs : null,
        _ => null,
    };

    static Refusal? WithinAYear(Turn turn, DateOnly day, bool sameDay = false)
    {
        var today = AmsterdamTime.DayOf(turn.At);
        return (sameDay ? day >= today : day > today) && day <= today.AddDays(LongestWaitInDays) ? null : Refusals.NotInTheFuture;
    }
}
