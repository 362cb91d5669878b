using System.Text.Json.Serialization;
using Workflows.Referrals.Outcomes;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Commands;

/// <summary>Something that somebody wants to happen to a referral. Free texts stand in the dossier; a command carries only their section.</summary>
/// <remarks>The discriminator is the command's name in the route.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "command")]
[JsonDerivedType(typeof(Accept), "accept")]
[JsonDerivedType(typeof(Decline), "decline")]
[JsonDerivedType(typeof(Reject), "reject")]
[JsonDerivedType(typeof(Waitlist), "waitlist")]
[JsonDerivedType(typeof(RequestAssessment), "request-assessment")]
[JsonDerivedType(typeof(Merge), "merge")]
[JsonDerivedType(typeof(Assign), "assign")]
[JsonDerivedType(typeof(PlanHandover), "plan-handover")]
[JsonDerivedType(typeof(RecordHandover), "record-handover")]
[JsonDerivedType(typeof(LogContact), "log-contact")]
[JsonDerivedType(typeof(SetGoal), "set-goal")]
[JsonDerivedType(typeof(ChooseArrangement), "choose-arrangement")]
[JsonDerivedType(typeof(RecordAttendance), "record-attendance")]
[JsonDerivedType(typeof(RecordMeasurement), "record-measurement")]
[JsonDerivedType(typeof(PutOnHoldUntil), "put-on-hold")]
[JsonDerivedType(typeof(Resume), "resume")]
[JsonDerivedType(typeof(GiveInterimFeedback), "give-interim-feedback")]
[JsonDerivedType(typeof(WriteMessage), "write-message")]
[JsonDerivedType(typeof(RecordOutcome), "record-outcome")]
[JsonDerivedType(typeof(AcknowledgeFeedback), "acknowledge-feedback")]
[JsonDerivedType(typeof(WithdrawConsent), "withdraw-consent")]
[JsonDerivedType(typeof(RequestCancellation), "request-cancellation")]
[JsonDerivedType(typeof(Cancel), "cancel")]
[JsonDerivedType(typeof(Reopen), "reopen")]
[JsonDerivedType(typeof(MarkEnteredInError), "mark-entered-in-error")]
[JsonDerivedType(typeof(ReportFeedbackDelivered), "report-feedback-delivered")]
[JsonDerivedType(typeof(ReportFeedbackUndeliverable), "report-feedback-undeliverable")]
[JsonDerivedType(typeof(ReportWorkerUnavailable), "report-worker-unavailable")]
[JsonDerivedType(typeof(ShareStory), "share-story")]
[JsonDerivedType(typeof(ApproveStory), "approve-story")]
[JsonDerivedType(typeof(WithdrawStory), "withdraw-story")]
[JsonDerivedType(typeof(ChangeSharing), "change-sharing")]
[JsonDerivedType(typeof(CorrectDetails), "correct-details")]
[JsonDerivedType(typeof(RequestRight), "request-right")]
[JsonDerivedType(typeof(AnswerRequest), "answer-request")]
public abstract record ReferralCommand;

/// <summary>The worker asked takes the referral.</summary>
public sealed record Accept : ReferralCommand;

/// <summary>The worker asked declines; the next one is asked.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Note">Dossier section of a note; null without one.</param>
public sealed record Decline(DeclineReason Reason, string? Note = null) : ReferralCommand;

/// <summary>The organisation refuses the referral.</summary>
/// <param name="Reason">Why.</param>
public sealed record Reject(RejectReason Reason) : ReferralCommand;

/// <summary>The worker asked answers that there is a waiting list; the coordinator decides.</summary>
/// <param name="Until">When there will be room.</param>
public sealed record Waitlist(DateOnly Until) : ReferralCommand;

/// <summary>The worker asked answers that an additional assessment is needed; the coordinator decides.</summary>
/// <param name="Note">Dossier section that says what has to be found out.</param>
public sealed record RequestAssessment(string Note) : ReferralCommand;

/// <summary>The coordinator finds that the same request runs already under another id: this one ends, the other goes on.</summary>
/// <param name="Into">The referral that goes on; the one that was found to be about the same client.</param>
public sealed record Merge(string Into) : ReferralCommand;

/// <summary>The coordinator gives the referral to a worker.</summary>
/// <param name="Worker">Who.</param>
public sealed record Assign(string Worker) : ReferralCommand;

/// <summary>Date, form and place of the warm handover are agreed, or agreed anew.</summary>
/// <param name="At">The beginning.</param>
/// <param name="Form">How they meet.</param>
/// <param name="Place">Dossier section that names the place; null when the form says enough.</param>
public sealed record PlanHandover(DateTimeOffset At, HandoverForm Form, string? Place = null) : ReferralCommand;

/// <summary>How the planned handover went.</summary>
/// <param name="Result">Held, no-show, moved or by phone.</param>
public sealed record RecordHandover(HandoverResult Result) : ReferralCommand;

/// <summary>Worker and client were in touch, or the worker tried.</summary>
/// <param name="Kind">How.</param>
/// <param name="Note">Dossier section of a note; null without one.</param>
public sealed record LogContact(ContactKind Kind, string? Note = null) : ReferralCommand;

/// <summary>The client's own goal, or a new score of it.</summary>
/// <param name="Text">Dossier section of its words.</param>
/// <param name="Score">0 to 10.</param>
public sealed record SetGoal(string Text, int Score) : ReferralCommand;

/// <summary>What the client is going to do.</summary>
/// <param name="Arrangement">What.</param>
/// <param name="Accompanied">Whether the first visit is accompanied.</param>
public sealed record ChooseArrangement(Arrangement Arrangement, bool Accompanied) : ReferralCommand;

/// <summary>Whether the client came to the first visit.</summary>
/// <param name="Attended">Whether the client came.</param>
public sealed record RecordAttendance(bool Attended) : ReferralCommand;

/// <summary>A questionnaire was filled in.</summary>
/// <param name="Instrument">Which one, as the pathway names it.</param>
/// <param name="Answers">Dossier section of the answers.</param>
/// <param name="Score">What the answers amount to, in numbers and codes; null when nobody scored them.</param>
/// <param name="Note">Dossier section of what was said with it; null without any.</param>
public sealed record RecordMeasurement(string Instrument, string Answers, Score? Score = null, string? Note = null) : ReferralCommand;

/// <summary>Pauses the referral.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Until">The date to resume.</param>
public sealed record PutOnHoldUntil(HoldReason Reason, DateOnly Until) : ReferralCommand;

/// <summary>Goes on where the referral was paused.</summary>
public sealed record Resume : ReferralCommand;

/// <summary>The worker tells the GP how it goes, between the agreed moments.</summary>
/// <param name="Lines">Dossier section of at most five lines.</param>
public sealed record GiveInterimFeedback(string Lines) : ReferralCommand;

/// <summary>Worker and referrer write to each other; the other side is told that something waits.</summary>
/// <param name="Text">Dossier section of the text, which is kept for 30 days.</param>
public sealed record WriteMessage(string Text) : ReferralCommand;

/// <summary>How it ended, and what the GP reads about it.</summary>
/// <param name="Outcome">Completed, or never started.</param>
/// <param name="Reason">Why; demanded when it never started.</param>
/// <param name="Arrangement">What the client goes on with; null when none is named.</param>
/// <param name="Lines">Dossier section of at most five lines; null without any.</param>
public sealed record RecordOutcome(OutcomeKind Outcome, OutcomeReason? Reason = null, Arrangement? Arrangement = null, string? Lines = null) : ReferralCommand;

/// <summary>The practice has seen the feedback.</summary>
/// <param name="Feedback">The feedback's id.</param>
public sealed record AcknowledgeFeedback(string Feedback) : ReferralCommand;

/// <summary>The client withdraws consent.</summary>
public sealed record WithdrawConsent : ReferralCommand;

/// <summary>The referrer or client asks to cancel.</summary>
/// <param name="Reason">Why.</param>
public sealed record RequestCancellation(CancelReason Reason) : ReferralCommand;

/// <summary>Withdraws the referral. From a referrer, after a worker has accepted, this is a request.</summary>
/// <param name="Reason">Why.</param>
public sealed record Cancel(CancelReason Reason) : ReferralCommand;

/// <summary>The coordinator opens a closed referral again.</summary>
/// <param name="Reason">Why.</param>
public sealed record Reopen(ReopenReason Reason) : ReferralCommand;

/// <summary>The referral should never have been there.</summary>
/// <param name="Reason">Why.</param>
public sealed record MarkEnteredInError(ErrorReason Reason) : ReferralCommand;

/// <summary>A delivery reports that feedback arrived.</summary>
/// <param name="Feedback">The feedback's id.</param>
/// <param name="Channel">How it arrived.</param>
public sealed record ReportFeedbackDelivered(string Feedback, FeedbackChannel Channel) : ReferralCommand;

/// <summary>A delivery reports that feedback arrived by no channel.</summary>
/// <param name="Feedback">The feedback's id.</param>
public sealed record ReportFeedbackUndeliverable(string Feedback) : ReferralCommand;

/// <summary>The directory reports that a worker is absent or gone.</summary>
/// <param name="Worker">Who.</param>
public sealed record ReportWorkerUnavailable(string Worker) : ReferralCommand;

/// <summary>A client or worker tells how it was, to be read beside the figures without names.</summary>
/// <param name="Text">Dossier section of the story.</param>
/// <param name="Consents">Whether whoever tells it agrees that others read it; without that there is no story.</param>
public sealed record ShareStory(string Text, bool Consents) : ReferralCommand;

/// <summary>The coordinator has read a story and finds that nobody can be recognised by it: from now on it may be read outside the organisation.</summary>
/// <param name="Story">The story's id.</param>
public sealed record ApproveStory(string Story) : ReferralCommand;

/// <summary>A story is taken back: it is shown nowhere any more, and its text goes.</summary>
/// <param name="Story">The story's id.</param>
public sealed record WithdrawStory(string Story) : ReferralCommand;

/// <summary>The client chooses how much the referrer hears.</summary>
/// <param name="SharesContent">False for "share only that I came": codes and moments, no content.</param>
public sealed record ChangeSharing(bool SharesContent) : ReferralCommand;

/// <summary>Something of what is known about the client is put right.</summary>
/// <param name="Details">Dossier section of what is right.</param>
public sealed record CorrectDetails(string Details) : ReferralCommand;

/// <summary>The client asks for something to which the law gives a right, or somebody writes down that the client asked.</summary>
/// <param name="Right">For what.</param>
/// <param name="Note">Dossier section of the client's own words; null without any.</param>
public sealed record RequestRight(ClientRight Right, string? Note = null) : ReferralCommand;

/// <summary>The organisation answers a request.</summary>
/// <param name="Right">Which of the client's requests.</param>
/// <param name="IsGranted">Whether it does what was asked.</param>
/// <param name="Ground">On what ground it does not; demanded then.</param>
/// <param name="Note">Dossier section of an explanation for the client; null without one.</param>
public sealed record AnswerRequest(ClientRight Right, bool IsGranted, RequestGround? Ground = null, string? Note = null) : ReferralCommand;
