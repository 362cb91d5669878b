namespace Workflows.Referrals.Insights.Statistics;

/// <summary>The mean of a group at one moment.</summary>
/// <param name="Count">How many were measured: at least 2.</param>
/// <param name="Mean">Their mean.</param>
/// <param name="Deviation">Their standard deviation.</param>
public sealed record Moments(int Count, double Mean, double Deviation)
{
    /// <summary>The moments of values with the number of times that each occurs, to two decimals; null of fewer than two values.</summary>
    /// <param name="values">In any order.</param>
    public static Moments? Of(IReadOnlyCollection<(double Value, int Count)> values)
    {
        var count = values.Sum(value => value.Count);
        if (count < 2)
        {
            return null;
        }

        var mean = values.Sum(value => value.Value * value.Count) / count;
        var squares = values.Sum(value => value.Count * (value.Value - mean) * (value.Value - mean));
        return new(count, Math.Round(mean, 2), Math.Round(Math.Sqrt(squares / (count - 1)), 2));
    }
}

/// <summary>A group before and after.</summary>
/// <param name="Before">At the baseline.</param>
/// <param name="After">Later.</param>
public sealed record Group(Moments Before, Moments After)
{
    /// <summary>How much higher the mean became.</summary>
    public double Change => After.Mean - Before.Mean;
}

/// <summary>How much more one group changed than another that did not get the support. There is none without a comparison group.</summary>
/// <remarks>
/// It says something only as far as both groups would have gone the same way. Groups that differ at the baseline by more than a quarter of a standard deviation make that doubtful: What Works Clearinghouse,
/// Procedures and Standards Handbook (version 5.0, 2022), baseline equivalence.
/// </remarks>
/// <param name="Supported">Who got the support.</param>
/// <param name="Comparison">Who did not.</param>
public sealed record DifferenceInDifferences(Group Supported, Group Comparison)
{
    const double LargestBaselineDifference = 0.25;

    /// <summary>The change of the supported minus the change of the comparison group.</summary>
    public double Value => Supported.Change - Comparison.Change;

    /// <summary>How far the groups lay apart at the baseline, in pooled standard deviations.</summary>
    public double BaselineDifference => (Supported.Before.Mean - Comparison.Before.Mean) / Pooled(Supported.Before, Comparison.Before);

    /// <summary>Whether the groups differ too much at the baseline; said wherever the value is shown.</summary>
    public bool GroupsDifferAtBaseline => Math.Abs(BaselineDifference) > LargestBaselineDifference;

    static double Pooled(Moments one, Moments other) => Math.Sqrt(
        ((one.Count - 1) * one.Deviation * one.Deviation + (other.Count - 1) * other.Deviation * other.Deviation) / (one.Count + other.Count - 2));
}
