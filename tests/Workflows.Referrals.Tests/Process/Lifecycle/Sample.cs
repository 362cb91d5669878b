using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Lifecycle;

/// <summary>Commands with all the contents that make a difference to where a referral goes.</summary>
static class Sample
{
    public static IEnumerable<ReferralCommand> Of(Type command, Referral referral) => command.Name switch
    {
        nameof(Accept) => [new Accept()],
        nameof(Decline) => [new Decline(DeclineReason.NoCapacity)],
        nameof(Reject) => [new Reject(RejectReason.NoCapacity)],
        nameof(Waitlist) => [new Waitlist(new(2026, 6, 1))],
        nameof(RequestAssessment) => [new RequestAssessment("note!1")],
        nameof(Merge) => [new Merge("r2")],
        nameof(Assign) => [new Assign("dirk")],
        nameof(PlanHandover) => [new PlanHandover(Story.Monday.AddDays(3), HandoverForm.Phone)],
        nameof(RecordHandover) => Enum.GetValues<HandoverResult>().Select(result => new RecordHandover(result)),
        nameof(LogContact) => [new LogContact(ContactKind.Phone), new LogContact(ContactKind.Attempt)],
        nameof(SetGoal) => [new SetGoal("text!1", 5)],
        nameof(ChooseArrangement) => [new ChooseArrangement(Arrangement.Meeting, Accompanied: true)],
        nameof(RecordAttendance) => [new RecordAttendance(true)],
        nameof(RecordMeasurement) => [new RecordMeasurement("who-5", "answers!1")],
        nameof(PutOnHoldUntil) => [new PutOnHoldUntil(HoldReason.Illness, new(2026, 6, 1))],
        nameof(Resume) => [new Resume()],
        nameof(GiveInterimFeedback) => [new GiveInterimFeedback("lines!1")],
        nameof(WriteMessage) => [new WriteMessage("message!1")],
        nameof(RecordOutcome) => [new RecordOutcome(OutcomeKind.Completed), new RecordOutcome(OutcomeKind.NotStarted, OutcomeReason.Unreachable)],
        nameof(AcknowledgeFeedback) => [new AcknowledgeFeedback(LastFeedback(referral))],
        nameof(WithdrawConsent) => [new WithdrawConsent()],
        nameof(RequestCancellation) => [new RequestCancellation(CancelReason.HelpedElsewhere)],
        nameof(Cancel) => [new Cancel(CancelReason.HelpedElsewhere)],
        nameof(Reopen) => [new Reopen(ReopenReason.ClientReturned)],
        nameof(MarkEnteredInError) => [new MarkEnteredInError(ErrorReason.Test)],
        nameof(ReportFeedbackDelivered) => [new ReportFeedbackDelivered(LastFeedback(referral), FeedbackChannel.Callback)],
        nameof(ReportFeedbackUndeliverable) => [new ReportFeedbackUndeliverable(LastFeedback(referral))],
        nameof(ReportWorkerUnavailable) => [new ReportWorkerUnavailable(referral.Worker ?? referral.Offer.Worker ?? "anna")],
        nameof(ShareStory) => [new ShareStory("text!1", Consents: true)],
        nameof(ApproveStory) => [new ApproveStory(LastStory(referral))],
        nameof(WithdrawStory) => [new WithdrawStory(LastStory(referral))],
        nameof(ChangeSharing) => [new ChangeSharing(false)],
        nameof(CorrectDetails) => [new CorrectDetails("details!1")],
        nameof(RequestRight) => Enum.GetValues<ClientRight>().Select(right => new RequestRight(right)),
        nameof(AnswerRequest) =>
            from right in Enum.GetValues<ClientRight>()
            from isGranted in new[] { true, false }
            select new AnswerRequest(right, isGranted, isGranted ? null : RequestGround.IsRight),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "A command without a sample."),
    };

    /// <summary>Whoever of a role the referral concerns.</summary>
    public static Actor By(Role role, Referral referral) => new(role, role switch
    {
        Role.Worker => referral.Offer.Worker ?? referral.Worker ?? "anna",
        Role.Referrer => referral.Practice,
        Role.Client => referral.Id,
        _ => "someone",
    });

    static string LastStory(Referral referral) => referral.Stories is [.., var last] ? last.Id : "none";

    static string LastFeedback(Referral referral) => referral.Feedback is [.., var last] ? last.Id : "none";
}
