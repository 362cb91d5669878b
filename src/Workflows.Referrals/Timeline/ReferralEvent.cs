namespace Workflows.Referrals.Timeline;

/// <summary>One line of a referral's timeline: who changed what, when, on whose behalf and under which policy. Never personal data.</summary>
/// <param name="Sequence">Place in the timeline: 1, 2, 3 … without a gap.</param>
/// <param name="At">When, with the offset of UTC.</param>
/// <param name="By">Who, and on whose behalf.</param>
/// <param name="PathwayVersion">The policy in force, such as <c>default/1</c>.</param>
/// <param name="Change">What changed, and why.</param>
public sealed record ReferralEvent(int Sequence, DateTimeOffset At, Actor By, string PathwayVersion, Change Change);
