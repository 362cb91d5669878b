using Workflows.Referrals.Insights.Reports;

namespace Workflows.Referrals.Tests.Insights.Reports;

public sealed class When_outsiders_look
{
    [Fact]
    public void They_look_half_way_at_the_end_and_three_years_after() => Assert.Equal(
        [new DateOnly(2026, 6, 30), new(2026, 12, 31), new(2027, 12, 31), new(2028, 12, 31), new(2029, 12, 31)],
        OutsideLook.At(2026).Select(look => look.Through));

    [Fact]
    public void They_look_at_whole_years_so_that_no_two_years_overlap() =>
        Assert.All(OutsideLook.At(2026), look => Assert.Equal((new DateOnly(2026, 1, 1), new DateOnly(2026, 12, 1)), (look.From, look.To)));

    [Theory]
    [InlineData("2026-05-31", null)]
    [InlineData("2026-06-30", "2026-06-30")]
    [InlineData("2026-11-30", "2026-06-30")]
    [InlineData("2027-10-31", "2026-12-31")]
    [InlineData("2035-01-31", "2029-12-31")]
    public void They_read_the_latest_look_that_is_over(string closed, string? through) =>
        Assert.Equal(through, OutsideLook.Latest(2026, DateOnly.Parse(closed, System.Globalization.CultureInfo.InvariantCulture))?.Through.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
}
