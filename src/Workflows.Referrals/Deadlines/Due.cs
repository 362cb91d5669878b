namespace Workflows.Referrals.Deadlines;

/// <summary>A moment at which something must have happened or will be sent, with its reason.</summary>
/// <param name="At">The moment, with the offset of Europe/Amsterdam.</param>
/// <param name="Explanation">How it was found.</param>
public sealed record Due(DateTimeOffset At, Explanation Explanation);
