using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Pathways;

/// <summary>How workers are asked, one after the other.</summary>
/// <param name="Respond">Within which a worker answers an offer.</param>
/// <param name="RemindAfter">After which a worker who has not answered is reminded, once.</param>
/// <param name="Candidates">How many workers are asked before the coordinator is.</param>
/// <param name="CoordinatorRemindEvery">How often the coordinator is reminded of a referral that waits for a human.</param>
/// <param name="TellReferrerAfter">After which the referrer is told that the referral waits and may be cancelled, counted from when the coordinator was asked to act.</param>
public sealed record OfferRules(Term Respond, Term RemindAfter, int Candidates, Term CoordinatorRemindEvery, Term TellReferrerAfter);
