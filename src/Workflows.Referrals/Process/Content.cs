using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What a command may hold, where that depends on the referral or the day.</summary>
static class Content
{
    /// <summary>The longest pause, and the longest waiting list.</summary>
    const int LongestWaitInDays = 366;

    public static Refusal? Refuses(Turn turn, ReferralCommand command) =>
        !TextsOf(command).All(text => text is null || Code.IsOne(text)) ? Refusals.FreeText : Refused(turn, command);

    /// <summary>What a command refers to. Free text would travel through the orchestration's history and stay there for ever.</summary>
    static string?[] TextsOf(ReferralCommand command) => command switch
    {
        Decline decline => [decline.Note],
        RequestAssessment request => [request.Note],
        Merge merge => [merge.Into],
        Assign assign => [assign.Worker],
        PlanHandover plan => [plan.Place],
        LogContact contact => [contact.Note],
        SetGoal goal => [goal.Text],
        RecordMeasurement record => [record.Instrument, record.Answers, record.Note, record.Score?.Instrument, record.Score?.Category, .. record.Score?.Parts.Select(part => part.Part) ?? []],
        GiveInterimFeedback feedback => [feedback.Lines],
        WriteMessage message => [message.Text],
        RecordOutcome record => [record.Lines],
        AcknowledgeFeedback acknowledge => [acknowledge.Feedback],
        ReportFeedbackDelivered report => [report.Feedback],
        ReportFeedbackUndeliverable report => [report.Feedback],
        ReportWorkerUnavailable report => [report.Worker],
        ShareStory share => [share.Text],
        ApproveStory approve => [approve.Story],
        WithdrawStory withdraw => [withdraw.Story],
        CorrectDetails correct => [correct.Details],
        RequestRight request => [request.Note],
        AnswerRequest answer => [answer.Note],
        _ => [],
    };

    static Refusal? Refused(Turn turn, ReferralCommand command) => command switch
    {
        PutOnHoldUntil hold => WithinAYear(turn, hold.Until),
        Waitlist waitlist => WithinAYear(turn, waitlist.Until),
        PlanHandover plan => plan.At <= turn.At ? Refusals.NotInTheFuture : WithinAYear(turn, AmsterdamTime.DayOf(plan.At), sameDay: true),
        SetGoal goal => goal.Score is < 0 or > 10 ? Refusals.ScoreOutOfRange : null,
        RecordAttendance => turn.Referral.Support?.Arrangement is null ? Refusals.NoArrangement : null,
        RecordMeasurement record => turn.Referral.Pathway.Instruments.Contains(record.Instrument) ? null : Refusals.UnknownInstrument,
        GiveInterimFeedback => turn.Referral.Pathway.Feedback.Moments.Contains(FeedbackMoment.Progress) ? null : Refusals.NotAnAgreedMoment,
        WriteMessage => turn.By.Role is Role.Referrer || turn.Referral.Submission.SharesContentWithReferrer ? null : Refusals.ContentIsNotShared,
        Cancel { Reason: CancelReason.ConsentWithdrawn } or RequestCancellation { Reason: CancelReason.ConsentWithdrawn } => Refusals.WithdrawConsentInstead,
        Reject => turn.Referral.Support is null ? null : Refusals.AlreadyStarted,
        Merge merge => merge.Into == turn.Referral.Offer.DuplicateOf ? null : Refusals.NotADuplicate,
        RecordOutcome { Outcome: OutcomeKind.Completed } => turn.Referral.Support is null ? Refusals.NeverStarted : null,
        RecordOutcome { Outcome: OutcomeKind.NotStarted } record =>
            turn.Referral.Support is not null ? Refusals.AlreadyStarted
            : turn.Referral.Worker is null ? Refusals.NeverAccepted
            : record.Reason is null ? Refusals.ReasonNeeded
            : null,
        AcknowledgeFeedback acknowledge => turn.Referral.Feedback.Any(given => given.Id == acknowledge.Feedback) ? null : Refusals.UnknownFeedback,
        ShareStory share =>
            !share.Consents ? Refusals.StoryNeedsConsent
            : turn.Referral.Stories.Count >= Stories.Most ? Refusals.EnoughStories
            : null,
        ApproveStory approve => KnownStory(turn, approve.Story),
        WithdrawStory withdraw => KnownStory(turn, withdraw.Story),
        RequestRight request =>
            Rights.Find(turn.Referral, request.Right) is not null || request.Right is ClientRight.Erasure && turn.Referral.ErasureGrantedAt is not null ? Refusals.AlreadyRequested : null,
        AnswerRequest answer =>
            Rights.Find(turn.Referral, answer.Right) is null ? Refusals.NothingRequested
            : answer is { IsGranted: false, Ground: null } ? Refusals.GroundNeeded
            : null,
        Assign assign => assign.Worker == turn.Referral.Worker ? Refusals.AlreadyTheirs : null,
        _ => null,
    };

    static Refusal? KnownStory(Turn turn, string story) => Stories.Find(turn.Referral, story) is null ? Refusals.UnknownStory : null;

    static Refusal? WithinAYear(Turn turn, DateOnly day, bool sameDay = false)
    {
        var today = AmsterdamTime.DayOf(turn.At);
        return (sameDay ? day >= today : day > today) && day <= today.AddDays(LongestWaitInDays) ? null : Refusals.NotInTheFuture;
    }
}
