using Workflows.Functions.Pages;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_somebody_types_a_day
{
    [Theory]
    [InlineData("12-3-1948", "1948-03-12")]
    [InlineData(" 12/3/1948 ", "1948-03-12")]
    [InlineData("1948-03-12", "1948-03-12")]
    [InlineData("1-1-0001", null)]
    [InlineData("30-2-2026", null)]
    [InlineData("morgen", null)]
    public void It_is_read_as_people_write_it(string typed, string? day) => Assert.Equal(day, TypedDates.DayOf(typed)?.ToString("O", null));
}
