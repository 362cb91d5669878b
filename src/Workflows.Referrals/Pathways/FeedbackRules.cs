using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>What goes back to the referrer, and when.</summary>
/// <param name="Moments">The moments at which feedback is given, in the order of a referral's life.</param>
/// <param name="ProgressAfter">When the progress feedback is due, counted from the start.</param>
/// <param name="AcknowledgeWithin">Within which the end feedback is acknowledged.</param>
/// <param name="MaxLines">The most lines that a feedback has: 1 to 5.</param>
/// <param name="RetryFor">How long a callback that fails is tried again before email takes its place.</param>
public sealed record FeedbackRules(ValueList<FeedbackMoment> Moments, Term ProgressAfter, Term AcknowledgeWithin, int MaxLines, Term RetryFor);
