using System.Globalization;
using LocalRuntime.Worker;

namespace LocalRuntime.Tests.Worker;

public sealed class A_timer_schedule
{
    static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData("0 0 9 * * *", "2026-04-13T08:59:59+02:00", "2026-04-13T09:00:00+02:00")]
    [InlineData("0 0 9 * * *", "2026-04-13T09:00:00+02:00", "2026-04-14T09:00:00+02:00")]
    [InlineData("0 0 9 * * 1-5", "2026-04-17T09:00:00+02:00", "2026-04-20T09:00:00+02:00")]
    [InlineData("*/30 * * * * *", "2026-04-13T09:00:10+02:00", "2026-04-13T09:00:30+02:00")]
    [InlineData("30 9 * * *", "2026-04-13T09:00:00+02:00", "2026-04-13T09:30:00+02:00")]
    public void Has_a_next_occurrence(string expression, string after, string next) =>
        Assert.Equal(At(next), TimerSchedule.Parse(expression, Amsterdam).Next(At(after)));

    [Fact]
    public void Comes_an_hour_later_when_summer_time_skips_its_moment() =>
        Assert.Equal(At("2026-03-29T03:30:00+02:00"), TimerSchedule.Parse("0 30 2 * * *", Amsterdam).Next(At("2026-03-28T12:00:00+01:00")));

    [Fact]
    public void Comes_once_when_winter_time_repeats_its_moment()
    {
        var schedule = TimerSchedule.Parse("0 30 2 * * *", Amsterdam);

        var first = schedule.Next(At("2026-10-24T12:00:00+02:00"));

        Assert.Equal(At("2026-10-25T02:30:00+02:00"), first);
        Assert.Equal(At("2026-10-26T02:30:00+01:00"), schedule.Next(first));
    }

    [Theory]
    [InlineData("0 * * * * *", true)]
    [InlineData("0 0 * * * *", false)]
    [InlineData("0 0,30 9 * * *", true)]
    [InlineData("0 0 9 1 1 *", false)]
    public void Is_frequent_when_less_than_an_hour_lies_between_two_occurrences(string expression, bool frequent) =>
        Assert.Equal(frequent, TimerSchedule.Parse(expression, TimeZoneInfo.Utc).IsFrequent(At("2026-04-13T09:00:00Z")));

    [Theory]
    [InlineData("every day")]
    [InlineData("0 0 25 * * *")]
    [InlineData("")]
    public void Refuses_what_is_no_expression_and_says_what_is_accepted(string expression) =>
        Assert.Contains("six fields", Assert.Throws<FormatException>(() => TimerSchedule.Parse(expression, TimeZoneInfo.Utc)).Message, StringComparison.Ordinal);

    static DateTimeOffset At(string moment) => DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture);
}
