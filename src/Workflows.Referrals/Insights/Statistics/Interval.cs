namespace Workflows.Referrals.Insights.Statistics;

/// <summary>Between which bounds a value lies, both included.</summary>
/// <param name="Low">The lower bound.</param>
/// <param name="High">The upper bound; not below the lower one.</param>
public readonly record struct Interval(double Low, double High);
