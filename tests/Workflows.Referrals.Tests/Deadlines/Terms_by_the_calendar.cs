using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Tests.Deadlines;

public sealed class Terms_by_the_calendar
{
    static readonly WorkCalendar Calendar = new([]);

    static DateTimeOffset Ends(DateTimeOffset from, string term) => Calculation.Ends("rule", "default/1", from, Term.Parse(term), Calendar).At;

    [Fact]
    public void Roll_to_the_next_working_day()
    {
        Assert.Equal(Amsterdam.At(2026, 4, 28, 17), Ends(Amsterdam.At(2026, 4, 13, 10), "2 weeks"));   // King's Day
        Assert.Equal(Amsterdam.At(2026, 5, 18, 17), Ends(Amsterdam.At(2026, 4, 16, 10), "1 month"));   // a Saturday
    }

    [Fact]
    public void End_on_the_last_day_of_a_shorter_month() =>
        Assert.Equal(Amsterdam.At(2028, 2, 29, 17), Ends(Amsterdam.At(2027, 12, 31, 10), "2 months"));

    [Fact]
    public void Keep_the_time_on_the_clock_when_summer_time_begins_and_ends()
    {
        Assert.Equal(new DateTimeOffset(2026, 3, 30, 15, 0, 0, TimeSpan.Zero), Ends(Amsterdam.At(2026, 3, 27, 17), "1 wd"));
        Assert.Equal(new DateTimeOffset(2026, 10, 26, 16, 0, 0, TimeSpan.Zero), Ends(Amsterdam.At(2026, 10, 23, 17), "1 wd"));
    }

    [Fact]
    public void Begin_on_the_day_in_Amsterdam_not_in_Greenwich() =>
        Assert.Equal(Amsterdam.At(2026, 4, 15, 17), Ends(new DateTimeOffset(2026, 4, 13, 22, 30, 0, TimeSpan.Zero), "1 wd"));
}
