namespace Workflows.Referrals.Insights.Statistics;

/// <summary>The 95 % interval of a median, by the percentile bootstrap with a fixed seed.</summary>
/// <remarks>
/// B. Efron and R. J. Tibshirani, "An Introduction to the Bootstrap" (1993), chapters 6 and 13. A resample's median is drawn as what it is, an order statistic of a uniform sample (a beta variate) looked up in
/// the distribution, instead of drawing each value: the medians have exactly the same distribution, and a hundred thousand referrals take as long as a hundred.
/// </remarks>
public static class Bootstrap
{
    /// <summary>Fewer values say too little about where the median might have been.</summary>
    const int Fewest = 5;

    const int Resamples = 2000;
    const ulong Seed = 20260413;

    /// <summary>The interval of the median; null with fewer than five values.</summary>
    /// <param name="distribution">The values.</param>
    public static Interval? OfMedian(Distribution distribution)
    {
        if (distribution.Count < Fewest)
        {
            return null;
        }

        // As doubles they stand in the same order, and are put into it several times faster: a report of many groups does this hundreds of times.
        var medians = Array.ConvertAll(Medians(distribution, Resamples, Seed), median => (double)median);
        Array.Sort(medians);
        return new(medians[Resamples / 40], medians[Resamples - 1 - Resamples / 40]);
    }

    /// <summary>The medians of resamples, in the order in which they were drawn.</summary>
    internal static decimal[] Medians(Distribution distribution, int resamples, ulong seed)
    {
        var (count, chance) = (distribution.Count, new Variates(seed));
        var lower = (count + 1) / 2;
        var medians = new decimal[resamples];
        for (var i = 0; i < resamples; i++)
        {
            var first = chance.Beta(lower, count - lower + 1);
            medians[i] = count % 2 == 1
                ? At(distribution, first)
                : (At(distribution, first) + At(distribution, first + (1 - first) * chance.LeastOf(count - lower))) / 2;
        }

        return medians;
    }

    static decimal At(Distribution distribution, double uniform) =>
        distribution.At(Math.Min((int)(uniform * distribution.Count), distribution.Count - 1));
}
