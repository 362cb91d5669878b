using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Operations;

/// <summary>How the whole stands at one moment.</summary>
/// <param name="At">The moment, real time.</param>
/// <param name="Open">Open referrals by status.</param>
/// <param name="OldestDeadline">How far the oldest deadline of an open referral lies back; zero when none does.</param>
/// <param name="OldestPending">How long the oldest stored command or effect has been waiting; zero when none does.</param>
/// <param name="DeadLetters">Messages put aside, by queue; a hundred means a hundred or more.</param>
sealed record OperationsSnapshot(
    DateTimeOffset At,
    IReadOnlyDictionary<ReferralStatus, int> Open,
    TimeSpan OldestDeadline,
    TimeSpan OldestPending,
    IReadOnlyDictionary<string, int> DeadLetters);
