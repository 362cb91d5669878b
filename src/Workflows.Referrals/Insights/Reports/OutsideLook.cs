using Workflows.Referrals.Insights.Disclosure;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>When people outside the organisation look at a year. All look at the same moments: each look more would hide more, because what changed since the one before must not be small.</summary>
public static class OutsideLook
{
    /// <summary>The aftercare's last question is answered within three years after the year.</summary>
    const int YearsAfter = 3;

    /// <summary>The looks at a year: half way, at its end, and at the end of each of the three years after.</summary>
    /// <param name="year">The year of receipt.</param>
    public static IEnumerable<Period> At(int year)
    {
        var whole = new Period(new(year, 1, 1), new(year, 12, 1), new(year, 6, 30));
        return Enumerable.Range(year, 1 + YearsAfter).Select(end => whole with { Through = new(end, 12, 31) }).Prepend(whole);
    }

    /// <summary>The latest look at a year that is over; null before the first.</summary>
    /// <param name="year">The year of receipt.</param>
    /// <param name="closed">The last day that is closed.</param>
    public static Period? Latest(int year, DateOnly closed) => At(year).LastOrDefault(look => look.Through <= closed);
}
