namespace Workflows.Referrals.Insights.Statistics;

/// <summary>Values with the number of times that each occurs.</summary>
/// <remarks>
/// Quantiles are those of Hyndman and Fan, "Sample quantiles in statistical packages", The American Statistician 1996;50:361-365, definition 7: between neighbours they are interpolated,
/// as in R, NumPy and the spreadsheets that people check a report with.
/// </remarks>
public sealed class Distribution
{
    readonly decimal[] values;

    /// <summary>The number of values up to and including each.</summary>
    readonly int[] cumulative;

    /// <summary>Makes a distribution.</summary>
    /// <param name="counts">Values in any order, each with how often it occurs.</param>
    public Distribution(IEnumerable<(decimal Value, int Count)> counts)
    {
        (decimal Value, int Count)[] sorted = [.. counts.Where(count => count.Count > 0)];
        Array.Sort(sorted, (one, other) => one.Value.CompareTo(other.Value));
        var (different, upTo) = (new List<decimal>(sorted.Length), new List<int>(sorted.Length));
        foreach (var (value, count) in sorted)
        {
            Count += count;
            if (different is [.., var last] && last == value)
            {
                upTo[^1] = Count;
            }
            else
            {
                different.Add(value);
                upTo.Add(Count);
            }
        }

        (values, cumulative) = ([.. different], [.. upTo]);
    }

    /// <summary>How many values there are.</summary>
    public int Count { get; }

    /// <summary>The value below which half lies.</summary>
    public decimal Median => Quantile(0.5m);

    /// <summary>The first and the third quartile: the middle half lies between.</summary>
    public (decimal First, decimal Third) Quartiles => (Quantile(0.25m), Quantile(0.75m));

    /// <summary>The value below which a share of the values lies.</summary>
    /// <param name="share">From 0 to 1.</param>
    /// <exception cref="InvalidOperationException">There are no values.</exception>
    public decimal Quantile(decimal share)
    {
        var place = share * (Count - 1);
        var below = (int)Math.Floor(place);
        var (lower, upper) = (At(below), At(Math.Min(below + 1, Count - 1)));
        return lower + (place - below) * (upper - lower);
    }

    /// <summary>The different values in order.</summary>
    internal ReadOnlySpan<decimal> Values => values;

    /// <summary>How many of the different values are at most a value.</summary>
    internal int Places(decimal limit) => Array.BinarySearch(values, limit) is var found && found < 0 ? ~found : found + 1;

    /// <summary>Which share of all are the first of the different values.</summary>
    internal double Share(int places) => places == 0 ? 0 : (double)cumulative[places - 1] / Count;

    /// <summary>The value at a place when all values stand in order.</summary>
    /// <param name="place">0 for the lowest.</param>
    /// <exception cref="InvalidOperationException">There are no values.</exception>
    public decimal At(int place)
    {
        if (Count == 0)
        {
            throw new InvalidOperationException("There are no values.");
        }

        var found = Array.BinarySearch(cumulative, place + 1);
        return values[found < 0 ? ~found : found];
    }
}
