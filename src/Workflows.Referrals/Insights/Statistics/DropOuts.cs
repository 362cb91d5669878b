namespace Workflows.Referrals.Insights.Statistics;

/// <summary>What a result among those who were measured twice says about all: the share of all that became better if every drop-out did badly, and if every drop-out did well.</summary>
/// <remarks>Worst and best case of the intention-to-treat analysis: S. Hollis and F. Campbell, BMJ 1999;319:670-674; the bounds that no assumption about the missing can leave (C. F. Manski, American Economic Review 1990;80:319-323).</remarks>
/// <param name="Worst">From 0 to 1.</param>
/// <param name="Best">From 0 to 1; at least the worst.</param>
public readonly record struct DropOuts(double Worst, double Best)
{
    /// <summary>The bounds.</summary>
    /// <param name="better">How many became better, of those measured twice.</param>
    /// <param name="paired">How many were measured twice.</param>
    /// <param name="all">How many there are: at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A part is larger than the whole.</exception>
    public static DropOuts Of(int better, int paired, int all)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(all, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(paired, all);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(better, paired);
        return new((double)better / all, (double)(better + all - paired) / all);
    }
}
