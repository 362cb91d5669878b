namespace Workflows.Referrals.Deadlines;

/// <summary>A day that a deadline did not count or could not end on.</summary>
/// <param name="Day">The day.</param>
/// <param name="Name">Why: a code of <see cref="DayOff"/>.</param>
public sealed record SkippedDay(DateOnly Day, string Name);
