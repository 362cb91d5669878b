using System.Text.RegularExpressions;
using Workflows.Functions.Tests.Pages.Coordinate;
using Workflows.Functions.Tests.Pages.Practices;

namespace Workflows.Functions.Tests.Pages.Talks;

public sealed partial class When_a_talk_was_held(PagesApp app) : IClassFixture<PagesApp>
{
    const string List = "/praktijk/overleg";

    [Theory]
    [InlineData("morgen", 422)]
    [InlineData("2026-04-14", 422)]
    [InlineData("2020-01-01", 422)]
    [InlineData("2026-04-13", 303)]
    public async Task It_is_recorded_for_a_day_on_which_it_can_have_been(string day, int status)
    {
        await app.ReferAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);

        await practice.SubmitAsync(List, ("day", day));

        Assert.Equal(status, practice.Status);
        Assert.Equal(status == 422, practice.Html.Contains("id=\"veld-day-fout\"", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("buurtwerk-noord/dirk")]
    [InlineData("welzijn-zuid/dirk")]
    [InlineData("welzijn-zuid/anna/x")]
    [InlineData("..")]
    [InlineData("")]
    public async Task It_is_not_recorded_with_whom_the_practice_has_nothing_to_do(string partner)
    {
        await app.ReferAsync();
        using var practice = await app.PracticeAsync();
        await practice.OpenAsync(List);
        practice.GoBackTo(Partner().Replace(practice.Html, $"name=\"met\" value=\"{partner}\""));

        await practice.SubmitAsync(List, ("day", "2026-04-13"));

        Assert.Equal(404, practice.Status);
    }

    [GeneratedRegex("name=\"met\" value=\"[^\"]*\"")]
    private static partial Regex Partner();
}
