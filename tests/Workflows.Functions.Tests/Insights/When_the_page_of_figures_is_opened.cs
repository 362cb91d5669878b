using System.Xml.Linq;
using Workflows.Functions.Security;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;
using static Workflows.Functions.Tests.Insights.ReportedYear;

namespace Workflows.Functions.Tests.Insights;

[Collection(ReportedYear.Name)]
public sealed class When_the_page_of_figures_is_opened(ReportedYear year)
{
    static Caller Caller(string who) => who switch
    {
        "coordinator" => Cora,
        "funder" => Municipality,
        _ => Practice("01999902"),
    };

    [Theory]
    [InlineData("coordinator", "")]
    [InlineData("coordinator", "praktijk=01999902&")]
    [InlineData("funder", "")]
    [InlineData("practice", "")]
    public async Task Every_figure_opens_what_it_means_and_what_it_was_counted_from(string who, string whose)
    {
        var report = (await year.ReadAsync(Caller(who), $"year=2026&organisation=welzijn-zuid&{whose.Replace("praktijk", "practice", StringComparison.Ordinal)}"))[0];

        var page = await PageAsync(who, $"{whose}jaar=2026&lang=nl");

        var opens = page.Descendants("details").Where(details => (string?)details.Attribute("class") == "opens").ToList();
        foreach (var indicator in new[] { "referrals", "started", "completed", "days-to-first-contact" })
        {
            var (definition, figure) = (report.Definition(indicator), report.Total(indicator)!);
            var opened = opens.First(details => details.Element("summary")!.Value == definition.Name.Nl);
            Assert.Contains(definition.Numerator.Nl, opened.Value, StringComparison.Ordinal);
            Assert.Contains(figure.IsHidden ? "minder dan 10" : $"Geteld: {figure.Numerator} van {figure.Denominator}", opened.Value, StringComparison.Ordinal);
        }

        Assert.All(Rows(page).Select(row => row.Element("th")!), name => Assert.True(name.Element("details") is not null || name.Ancestors("details").Any() || IsNeighbourhood(name), name.Value));

        bool IsNeighbourhood(XElement name) => report.By(Dimension.Neighbourhood, "referrals").Any(figure => name.Value.Trim() == figure.Group || figure.Group == "unknown");
    }

    [Fact]
    public async Task A_funder_reads_of_each_organisation_what_is_published_and_the_address_says_which()
    {
        var page = await PageAsync("funder", "organisatie=buurtwerk-noord&jaar=2026&lang=nl");

        Assert.Equal("Buurtwerk Noord in 2026", page.Descendants("h1").Single().Value);
        Assert.Contains(page.Descendants("a"), link => (string?)link.Attribute("href") == "/inzicht?jaar=2026&organisatie=welzijn-zuid");
        Assert.Contains("Aantallen onder 10", page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal(404, (await year.OpenAsync(Municipality, "organisatie=elders")).Status);
    }

    [Fact]
    public async Task A_practice_reads_its_own_patients_only_whatever_the_address_says()
    {
        var all = (await year.ReadAsync(Cora, "year=2026"))[0].Total("referrals")!.Value;

        var page = await PageAsync("practice", "jaar=2026&lang=nl");

        Assert.DoesNotContain($"{all} verwijzingen", page.Root!.Value, StringComparison.Ordinal);
        Assert.Equal(422, (await year.OpenAsync(Practice("01999902"), "praktijk=01999901")).Status);
        Assert.Equal(422, (await year.OpenAsync(Municipality, "praktijk=01999901")).Status);
        Assert.Equal(422, (await year.OpenAsync(Cora, "praktijk=01999903")).Status);
    }

    [Fact]
    public async Task A_coordinator_reads_what_a_practice_reads_and_nothing_of_it_is_hidden()
    {
        var report = (await year.ReadAsync(Cora, "year=2026&practice=01999902"))[0];

        Assert.Equal((null, "01999902"), (report.Threshold, report.Practice));
        Assert.All((await year.ReadAsync(Practice("01999902"), "year=2026"))[0].Figures.Where(figure => figure is { IsHidden: false, Dimension: Dimension.Total }), figure => Assert.Equal(report.Total(figure.Indicator)!.Value, figure.Value));
    }

    [Theory]
    [InlineData("coordinator")]
    [InlineData("funder")]
    [InlineData("practice")]
    public async Task A_year_without_figures_says_what_to_do(string who) => Assert.Contains("Kies hierboven een ander jaar", (await PageAsync(who, "jaar=2019&lang=nl")).Root!.Value, StringComparison.Ordinal);

    [Fact]
    public async Task The_same_figures_can_be_had_as_files()
    {
        var links = (await PageAsync("coordinator", "jaar=2026&praktijk=01999902")).Descendants("a").Select(link => (string?)link.Attribute("href")).OfType<string>().Where(address => address.StartsWith("/api/", StringComparison.Ordinal)).ToList();

        Assert.Equal(3, links.Count);
        Assert.All(links, address => Assert.Contains("&practice=01999902", address, StringComparison.Ordinal));
        foreach (var address in links)
        {
            Assert.Equal(200, (await year.AskAsync(Cora, address.Split('?')[1])).Status);
        }
    }

    [Fact]
    public async Task What_cannot_be_a_year_is_refused() => Assert.Equal(422, (await year.OpenAsync(Cora, "jaar=ooit")).Status);

    async Task<XDocument> PageAsync(string who, string query)
    {
        var (status, html) = await year.OpenAsync(Caller(who), query);
        Assert.Equal(200, status);
        await PageXml.KeepAsync($"page-{who}-{string.Concat(query.Where(char.IsAsciiLetterOrDigit))}.html", html);
        return PageXml.Parse(html);
    }

    static IEnumerable<XElement> Rows(XDocument page) => page.Descendants("tbody").Elements("tr");
}
