using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Timeline;

/// <summary>Feedback to the GP left.</summary>
/// <param name="Feedback">Its id, which is also its delivery's.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="Lines">Dossier section of the worker's lines; null when the moment says enough.</param>
public sealed record FeedbackGiven(string Feedback, FeedbackMoment Moment, string? Lines) : Change;

/// <summary>Feedback arrived.</summary>
/// <param name="Feedback">Its id.</param>
/// <param name="Channel">How.</param>
public sealed record FeedbackDelivered(string Feedback, FeedbackChannel Channel) : Change;

/// <summary>Feedback arrived by no channel; the coordinator was told.</summary>
/// <param name="Feedback">Its id.</param>
public sealed record FeedbackUndeliverable(string Feedback) : Change;

/// <summary>The practice has seen the feedback.</summary>
/// <param name="Feedback">Its id.</param>
public sealed record FeedbackAcknowledged(string Feedback) : Change;

/// <summary>The practice was reminded, once, that feedback waits to be seen.</summary>
/// <param name="Feedback">Its id.</param>
/// <param name="Explanation">Why now.</param>
public sealed record AcknowledgementReminded(string Feedback, Explanation Explanation) : Change;

/// <summary>The practice has still not seen the feedback; the coordinator was told.</summary>
/// <param name="Feedback">Its id.</param>
/// <param name="Explanation">Why now.</param>
public sealed record AcknowledgementMissing(string Feedback, Explanation Explanation) : Change;

/// <summary>How it ended.</summary>
/// <param name="Outcome">Completed, or never started.</param>
/// <param name="Reason">Why; always there when it never started.</param>
/// <param name="Arrangement">What the client goes on with; null when none was named.</param>
public sealed record OutcomeRecorded(OutcomeKind Outcome, OutcomeReason? Reason, Arrangement? Arrangement) : Change;
