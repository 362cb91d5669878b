namespace Workflows.Referrals.Insights.Statistics;

/// <summary>The 95 % interval of a share.</summary>
/// <remarks>
/// The score interval of E. B. Wilson, "Probable inference, the law of succession, and statistical inference", Journal of the American Statistical Association 1927;22:209-212, without continuity
/// correction: method 3 of R. G. Newcombe, Statistics in Medicine 1998;17:857-872, which recommends it. It stays within 0 and 1, also when none or all were counted.
/// </remarks>
public static class Wilson
{
    /// <summary>The 97.5th percentile of the standard normal distribution.</summary>
    const double Z = 1.959963984540054;

    /// <summary>The interval of <paramref name="hits"/> out of <paramref name="of"/>, from 0 to 1.</summary>
    /// <param name="hits">How many were counted: 0 to <paramref name="of"/>.</param>
    /// <param name="of">Out of how many: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">The numbers are no share.</exception>
    public static Interval Of(int hits, int of)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(of, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(hits);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(hits, of);

        var share = (double)hits / of;
        var middle = share + Z * Z / (2.0 * of);
        var reach = Z * Math.Sqrt(share * (1 - share) / of + Z * Z / (4.0 * of * of));
        var scale = 1 + Z * Z / of;
        return new(hits == 0 ? 0 : (middle - reach) / scale, hits == of ? 1 : (middle + reach) / scale);
    }
}
