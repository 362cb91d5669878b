using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>Which months are over in Amsterdam.</summary>
static class Closing
{
    /// <summary>The last day of the last month that is over.</summary>
    public static DateOnly LastDay(TimeProvider clock) => AmsterdamTime.DayOf(clock.GetUtcNow()) is var today ? today.AddDays(-today.Day) : default;

    /// <summary>The last days of the months from one up to and including another.</summary>
    /// <param name="first">The first month, by any of its days.</param>
    /// <param name="last">The last month, by its last day.</param>
    public static IEnumerable<DateOnly> LastDays(DateOnly first, DateOnly last)
    {
        for (var month = new DateOnly(first.Year, first.Month, 1); month <= last; month = month.AddMonths(1))
        {
            yield return LastOf(month);
        }
    }

    /// <summary>The last day of a month.</summary>
    /// <param name="month">The month, by its first day.</param>
    public static DateOnly LastOf(DateOnly month) => month.AddMonths(1).AddDays(-1);
}
