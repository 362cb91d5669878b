using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Pathways;

/// <summary>How worker and client meet.</summary>
/// <param name="PlanWithin">Within which the handover is planned, counted from acceptance.</param>
/// <param name="RecordWithin">Within which the worker records how the handover went, counted from its date.</param>
/// <param name="FirstContactWithin">Within which the client is first spoken to, counted from receipt.</param>
/// <param name="OutreachWithin">Within which the client is sought again after each no-show.</param>
/// <param name="MaxOutreach">How many attempts follow a no-show before the referral ends as not started.</param>
public sealed record HandoverRules(Term PlanWithin, Term RecordWithin, Term FirstContactWithin, Term OutreachWithin, int MaxOutreach);
