using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Tests.Pages.Coordinate;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_reminders_come_again_and_again(PagesApp app) : IClassFixture<PagesApp>
{
    static readonly DateTimeOffset Now = new(2026, 4, 13, 9, 0, 0, TimeSpan.FromHours(2));

    [Fact]
    public void Those_in_one_row_are_a_line_for_each_kind_and_what_happened_between_stays_apart()
    {
        TimelineItem[] items = [Happened("Gepland"), Reminded("A"), Reminded("B"), Reminded("A"), Happened("Aangenomen"), Reminded("A")];

        Assert.Equal([("Gepland", 1), ("A", 2), ("B", 1), ("Aangenomen", 1), ("A", 1)], FoldedTimeline.Of(items).Select(line => (line.Latest.What, line.All.Count)));
    }

    [Fact]
    public async Task The_page_says_how_many_and_when_the_latest_was_and_shows_all_on_request()
    {
        var waits = await app.ReferSomebodyYoungAsync();
        await app.AdvanceAsync(TimeSpan.FromDays(30));
        using var cora = await app.CoordinatorAsync();

        await cora.OpenAsync($"/regie/{waits}");

        Assert.Matches("class=\"timeline__what\">[0-9]+ herinneringen aan de coördinator</p>\\s*<p class=\"timeline__when\">de laatste op <time", cora.Text);
        Assert.DoesNotContain("class=\"timeline__what\">De coördinator kreeg een herinnering", cora.Text, StringComparison.Ordinal);
        Assert.Contains("<li>De coördinator kreeg een herinnering, <time", cora.Text, StringComparison.Ordinal);
    }

    static TimelineItem Happened(string what) => new(Now, what);

    static TimelineItem Reminded(string what) => new(Now, what) { Again = $"{{0}} × {what}" };
}
