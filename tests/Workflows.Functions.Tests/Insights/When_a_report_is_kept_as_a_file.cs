using System.Globalization;
using System.Text.RegularExpressions;
using static Workflows.Functions.Tests.Insights.ReportedYear;

namespace Workflows.Functions.Tests.Insights;

[Collection(ReportedYear.Name)]
public sealed partial class When_a_report_is_kept_as_a_file(ReportedYear year)
{
    [Theory]
    [InlineData("lang=nl", "nl")]
    [InlineData("lang=en", "en")]
    public async Task Nothing_in_it_is_fetched_from_elsewhere_and_nothing_runs(string language, string code)
    {
        foreach (var caller in new[] { Cora, Municipality, Practice("01999902") })
        {
            var html = (await year.AskAsync(caller, $"year=2026&through=2026-12&format=html&{language}")).Text;
            await PageXml.KeepAsync($"report-{caller.Role}-{code}.html", html);

            Assert.Contains($"lang=\"{code}\"", html, StringComparison.Ordinal);
            Assert.DoesNotMatch(Fetched(), html);
            Assert.DoesNotContain("url(", html.Replace("url(\"data:", "", StringComparison.Ordinal), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Its_numbers_are_those_of_the_report()
    {
        var report = Assert.Single(await year.ReadAsync(Cora, "year=2026&through=2026-12"));
        var document = PageXml.Parse((await year.AskAsync(Cora, "year=2026&through=2026-12&format=html&lang=en")).Text);

        var funnel = PageXml.Table(document, "Out of all referrals, also those that never began");
        foreach (var step in new[] { "accepted", "started", "completed" })
        {
            var figure = report.Total(step)!;
            var row = funnel.Single(row => row[0] == report.Definition(step).Name.En);
            Assert.Equal($"{figure.Value!.Value.ToString("0.#", CultureInfo.InvariantCulture)} %", row[2]);
            Assert.Equal($"{figure.Numerator} of {figure.Denominator}", row[3]);
        }

        Assert.Equal(report.By(Workflows.Referrals.Insights.Rollups.Dimension.Neighbourhood, "referrals").Count(), PageXml.Table(document, "The bar counts the referrals").Count);
        Assert.Contains("not causal", document.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_picture_stands_beside_its_numbers_or_says_what_it_shows()
    {
        var document = PageXml.Parse((await year.AskAsync(Cora, "year=2026&format=html")).Text);

        Assert.NotEmpty(document.Descendants("svg"));
        Assert.All(document.Descendants("svg"), picture => Assert.True((string?)picture.Attribute("aria-hidden") == "true" && picture.Ancestors("tr").Any() || picture.Attribute("aria-label")?.Value.Length > 0, picture.ToString()));
        Assert.All(document.Descendants("table"), table => Assert.NotEmpty(table.Element("caption")!.Value));
        Assert.Distinct(document.Descendants().Select(element => (string?)element.Attribute("id")).OfType<string>());
    }

    [Fact]
    public async Task What_is_hidden_is_said_to_be_hidden()
    {
        var html = (await year.AskAsync(Municipality, "year=2026&through=2026-12&format=html")).Text;

        Assert.Contains("afgeschermd", html, StringComparison.Ordinal);
        Assert.Contains("Aantallen onder 10", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_anything_counted_it_says_so() => Assert.Contains("geen maand afgesloten", (await year.AskAsync(Municipality, "year=2019&format=html")).Text, StringComparison.Ordinal);

    [GeneratedRegex(@"<(script|link|iframe|object|embed|img|audio|video|source|base|form)\b|\bsrc=|\son[a-z]+=|@import|https?://(?!www\.w3\.org)", RegexOptions.IgnoreCase)]
    private static partial Regex Fetched();
}
