namespace Workflows.Referrals.Matching;

/// <summary>Days on which a worker does not work.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; null when the worker is gone, or nobody knows.</param>
/// <param name="Deputy">The worker who stands in; null without one.</param>
public sealed record Absence(DateOnly From, DateOnly? Until, string? Deputy)
{
    /// <summary>Whether the day is one of them.</summary>
    /// <param name="day">A day in the Netherlands.</param>
    public bool Includes(DateOnly day) => day >= From && (Until is null || day <= Until);
}
