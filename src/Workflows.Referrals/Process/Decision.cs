using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What follows from a happening. Events, summary, handled command and effects are committed together, or not at all.</summary>
/// <param name="Referral">The referral from now on.</param>
/// <param name="Events">What now stands in the timeline; empty when nothing changed.</param>
/// <param name="Effects">What follows outside the referral.</param>
/// <param name="Command">The key of the command handled; null when it was no command.</param>
/// <param name="Refusal">Why the command changed nothing; null when it was not refused.</param>
public sealed record Decision(
    Referral Referral, ValueList<ReferralEvent> Events, ValueList<Effect> Effects, string? Command = null, Refusal? Refusal = null);
