using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class The_day_in_Amsterdam
{
    static readonly DateTimeOffset Begin = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>A second before the hour as well: the day changes at 22:00 or 23:00 UTC, the clock at 01:00.</summary>
    [Fact]
    public void Is_the_one_on_the_wall_in_every_hour_from_2020_to_2060()
    {
        for (var hour = Begin; hour.Year <= 2060; hour = hour.AddHours(1))
        {
            foreach (var moment in new[] { hour.AddSeconds(-1), hour })
            {
                Assert.Equal(DateOnly.FromDateTime(AmsterdamTime.Of(moment).DateTime), AmsterdamTime.DayOf(moment));
            }
        }
    }

    [Fact]
    public void Is_the_last_of_the_calendar_when_it_would_lie_after_it()
    {
        Assert.Equal(new DateOnly(9999, 12, 31), AmsterdamTime.DayOf(DateTimeOffset.MaxValue));
        Assert.Equal(new DateOnly(1, 1, 1), AmsterdamTime.DayOf(DateTimeOffset.MinValue));
    }

    [Fact]
    public void Does_not_depend_on_the_offset_in_which_the_moment_is_written() =>
        Assert.Equal(new DateOnly(2026, 7, 2), AmsterdamTime.DayOf(new DateTimeOffset(2026, 7, 1, 17, 30, 0, TimeSpan.FromHours(-5))));
}
