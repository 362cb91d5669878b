using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

/// <summary>The rules of the Algemene termijnenwet.</summary>
public sealed class Working_days
{
    static readonly WorkCalendar Calendar = new([]);

    /// <summary>Easter Sundays of 2020 to 2060 as the church announces them, month and day.</summary>
    static readonly string[] EasterSundays =
        "04-12 04-04 04-17 04-09 03-31 04-20 04-05 03-28 04-16 04-01 04-21 04-13 03-28 04-17 04-09 03-25 04-13 04-05 04-25 04-10 04-01 04-21 04-06 03-29 04-17 04-09 03-25 04-14 04-05 04-18 04-10 04-02 04-21 04-06 03-29 04-18 04-02 04-22 04-14 03-30 04-18"
            .Split(' ');

    static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", null);

    [Theory]
    [InlineData("2025-04-16", 10, "2025-05-02")]
    [InlineData("2026-04-01", 5, "2026-04-10")]
    [InlineData("2026-12-24", 1, "2026-12-28")]
    [InlineData("2027-12-31", 1, "2028-01-03")]
    [InlineData("2026-04-11", 1, "2026-04-13")]
    public void Are_counted_from_the_next_day_on_and_skip_what_is_no_working_day(string from, int count, string last) =>
        Assert.Equal(Day(last), Calendar.AddWorkingDays(Day(from), count));

    [Theory]
    [InlineData("2026-01-01", "new-year")]
    [InlineData("2026-04-03", "good-friday")]
    [InlineData("2026-04-06", "easter-monday")]
    [InlineData("2026-04-27", "kings-day")]
    [InlineData("2026-05-05", "liberation-day")]
    [InlineData("2026-05-14", "ascension-day")]
    [InlineData("2026-05-25", "whit-monday")]
    [InlineData("2026-12-25", "christmas-day")]
    [InlineData("2025-12-26", "boxing-day")]
    [InlineData("2026-04-11", "weekend")]
    [InlineData("2026-04-12", "weekend")]
    public void Are_not_Saturday_Sunday_1_January_Good_Friday_Easter_Monday_Ascension_Day_Whit_Monday_25_and_26_December_Kings_Day_and_5_May(string day, string name)
    {
        Assert.Equal(name, Calendar.NameOf(Day(day)));
        Assert.False(Calendar.IsWorkingDay(Day(day)));
    }

    [Fact]
    public void Move_with_Easter_from_2020_to_2060()
    {
        for (var year = 2020; year <= 2060; year++)
        {
            var easter = Day($"{year}-{EasterSundays[year - 2020]}");
            Assert.Equal(easter, DutchHolidays.EasterSunday(year));
            Assert.False(Calendar.IsWorkingDay(easter.AddDays(-2)), $"Good Friday {year}");
            Assert.False(Calendar.IsWorkingDay(easter.AddDays(1)), $"Easter Monday {year}");
            Assert.False(Calendar.IsWorkingDay(easter.AddDays(39)), $"Ascension Day {year}");
            Assert.False(Calendar.IsWorkingDay(easter.AddDays(50)), $"Whit Monday {year}");
        }
    }

    /// <summary>In each of the 41 years: every weekday but the holidays that fall on one.</summary>
    [Fact]
    public void Are_all_the_others()
    {
        for (var day = new DateOnly(2020, 1, 1); day.Year <= 2060; day = day.AddDays(1))
        {
            var easter = Day($"{day.Year}-{EasterSundays[day.Year - 2020]}").DayNumber;
            var holiday = day.ToString("MM-dd", null) is "01-01" or "05-05" or "12-25" or "12-26" or "04-27"
                || (day.DayNumber - easter) is -2 or 1 or 39 or 50;
            var weekend = day.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;   // 26 April for a Sunday's King's Day is always a Saturday

            Assert.Equal(!holiday && !weekend, Calendar.IsWorkingDay(day));
        }
    }

    [Fact]
    public void Kings_Day_is_26_April_if_the_27th_is_a_Sunday()
    {
        Assert.Equal("kings-day", DutchHolidays.On(Day("2031-04-26")));
        Assert.Null(DutchHolidays.On(Day("2031-04-27")));
    }

    [Fact]
    public void Bridge_days_by_decree_and_closing_days_are_a_configurable_list()
    {
        var friday = Day("2026-05-15");

        Assert.True(Calendar.IsWorkingDay(friday));
        Assert.Equal("closing-day", new WorkCalendar([friday]).NameOf(friday));
    }

    [Fact]
    public void Every_day_off_has_a_name_in_Dutch_and_in_English()
    {
        string[] codes = [DayOff.ClosingDay, .. Enumerable.Range(0, 366).Select(day => DutchHolidays.On(Day("2024-01-01").AddDays(day))).OfType<string>()];

        Assert.Equal(10, codes.Length);   // nine holidays by the law
        Assert.All(codes, code => Assert.NotEqual(code, DayOff.InDutch(code)));
        Assert.All(codes, code => Assert.NotEqual(code, DayOff.InEnglish(code)));
    }
}
