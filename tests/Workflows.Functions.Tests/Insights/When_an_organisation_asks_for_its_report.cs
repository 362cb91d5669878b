using System.Globalization;
using System.Text.Json;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Intake.Selections;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;
using static Workflows.Functions.Tests.Insights.ReportedYear;

namespace Workflows.Functions.Tests.Insights;

[Collection(ReportedYear.Name)]
public sealed class When_an_organisation_asks_for_its_report(ReportedYear year)
{
    const string Everything = "year=2026&by=neighbourhood,ageBand,reasonGroup,programme,practice,startMonth,month";

    [Theory]
    [InlineData("2026-06")]
    [InlineData("2026-12")]
    [InlineData("2027-12")]
    public async Task Every_figure_is_what_the_timelines_say(string through)
    {
        foreach (var caller in new[] { Cora, Coen })
        {
            var report = Assert.Single(await year.ReadAsync(caller, $"{Everything}&through={through}"));
            var recounted = RecountedAt(report.Through);

            Assert.Equal(recounted.GroupsOf(report.Organisation).Order(), report.Figures.Select(figure => (figure.Dimension, figure.Group)).Distinct().Order());
            Assert.All(report.Figures, figure =>
            {
                var told = recounted.Of([report.Organisation], figure.Dimension, figure.Group, report.Definition(figure.Indicator));
                Assert.Equal((told.Value, told.Denominator, told.Numerator), (figure.Value, figure.Denominator!.Value, figure.Numerator!.Value));
                Assert.False(figure.IsHidden);
            });
        }
    }

    [Fact]
    public async Task Each_figure_has_its_definition_and_its_count()
    {
        var report = Assert.Single(await year.ReadAsync(Cora, "year=2026&indicator=started"));

        Assert.Equal(["started"], report.Definitions.Select(definition => definition.Id));
        Assert.Equal(IndicatorCatalogue.Current.Version, report.CatalogueVersion);
        Assert.Equal("own", Assert.Single(report.Sources).Id);
        Assert.All(report.Figures, figure => Assert.Equal((figure.Denominator, figure.Numerator), (figure.Counted!.Denominator, figure.Counted.Numerator)));
    }

    [Fact]
    public async Task The_CSV_says_the_same_and_names_the_catalogue()
    {
        var report = Assert.Single(await year.ReadAsync(Cora, "year=2026"));
        var csv = CsvTable.Read((await year.AskAsync(Cora, "year=2026&format=csv")).Text);

        Assert.Equal(ReportCsv.Header.TrimEnd().Split(','), csv.Header);
        var wholes = csv.Rows.Where(row => row[11].Length == 0).ToList();
        Assert.Equal(
            report.Figures.Select(figure => (Code.Of(figure.Dimension), figure.Group, figure.Indicator, figure.Denominator, figure.Numerator, figure.Value)),
            wholes.Select(row => (row[5], row[6], row[7], (int?)Number(row[12]), (int?)Number(row[13]), row[14].Length == 0 ? null : Number(row[14]))));
        Assert.All(csv.Rows, row => Assert.Equal("1", row[4]));
        Assert.Contains(csv.Rows, row => row[11] == "noCapacity");
    }

    [Fact]
    public async Task The_files_of_two_organisations_are_put_under_each_other_and_add_up()
    {
        List<IReadOnlyList<string>> rows = [];
        foreach (var caller in new[] { Cora, Coen })
        {
            rows.AddRange(CsvTable.Read((await year.AskAsync(caller, "year=2026&by=ageBand,reasonGroup,programme&format=csv")).Text).Rows);
        }

        Assert.Distinct(rows.Select(row => string.Join('|', row.Take(12))));
        var recounted = RecountedAt(YearAfter);
        foreach (var same in rows.Where(row => row[11].Length == 0).GroupBy(row => (Dimension: row[5], Group: row[6], Indicator: row[7], Version: row[8])))
        {
            var indicator = IndicatorCatalogue.Current.Find(same.Key.Indicator)!;
            if (indicator.Kind is FigureKind.Rate or FigureKind.Concentration)
            {
                continue;   // another area, and another busiest
            }

            var told = recounted.Of(["welzijn-zuid", "buurtwerk-noord"], Enum.Parse<Dimension>(same.Key.Dimension, ignoreCase: true), same.Key.Group, indicator);
            Assert.Equal((told.Denominator, told.Numerator), (same.Sum(row => (int)Number(row[12])!), same.Sum(row => (int)Number(row[13])!)));
        }
    }

    [Fact]
    public async Task The_medians_of_two_organisations_together_come_out_of_their_files()
    {
        var files = new[] { Assert.Single(await year.ReadAsync(Cora, "year=2026&by=ageBand")), Assert.Single(await year.ReadAsync(Coen, "year=2026&by=ageBand")) };
        var recounted = RecountedAt(YearAfter);

        foreach (var same in files.SelectMany(file => file.Figures).Where(figure => figure.Indicator is "days-to-first-contact" or "change-loneliness").GroupBy(figure => (figure.Dimension, figure.Group, figure.Indicator)))
        {
            var indicator = IndicatorCatalogue.Current.Find(same.Key.Indicator)!;
            Assert.Equal(
                recounted.Of(["welzijn-zuid", "buurtwerk-noord"], same.Key.Dimension, same.Key.Group, indicator).Value,
                Figure.Of(indicator, Tally.Sum(same.Select(figure => figure.Counted!))).Value);
        }
    }

    [Fact]
    public async Task The_plan_stands_beside_what_came_of_it_and_euros_say_what_they_are_made_of()
    {
        var report = Assert.Single(await year.ReadAsync(Cora, "year=2026"));
        var recounted = RecountedAt(YearAfter);

        var referrals = report.Plan!.Targets.Single(target => target.Indicator == "referrals");
        Assert.Equal((1, 240m, report.Total("referrals")!.Value), (report.Plan.Version, referrals.Target, referrals.Actual));

        var support = report.Worth!.Amounts.Single(amount => amount.Id == "support");
        var started = recounted.Of(["welzijn-zuid"], Dimension.Total, "total", IndicatorCatalogue.Current.Find("started")!);
        Assert.Equal((started.Numerator, started.Denominator, 320m * started.Numerator, 410m * started.Numerator), (support.Count, support.Denominator, support.Low, support.High));
        Assert.Equal((2026, 1, "Begroting"), (support.PriceYear, report.Worth.LedgerVersion, support.Source.Nl.Contains("begroting", StringComparison.Ordinal) ? "Begroting" : ""));
        Assert.Equal([("municipality", 80, support.Low * 0.8m), ("health-insurer", 20, support.Low * 0.2m)], support.Shares.Select(share => (share.Funder, share.Percent, share.Low)));
    }

    [Fact]
    public async Task A_template_says_what_is_shown_and_in_which_order()
    {
        var template = ReportTemplate.Shipped[0];
        var report = Assert.Single(await year.ReadAsync(Cora, "year=2026&template=municipality"));

        Assert.Equal(template.Indicators, report.Definitions.Select(definition => definition.Id));
        Assert.Equal([Dimension.Total, Dimension.Neighbourhood], report.Figures.Select(figure => figure.Dimension).Distinct());
        Assert.Equal((true, true, 0), (report.Plan is not null, report.Worth is not null, report.Comparisons.Count));
    }

    [Theory]
    [InlineData("year=26", "/year", "not-a-year")]
    [InlineData("year=2026&from=2026-01&to=2026-02", "/from", "year-or-months")]
    [InlineData("from=2026-03", "/from", "year-or-months")]
    [InlineData("from=2026-03&to=2026-02", "/from", "year-or-months")]
    [InlineData("from=maart&to=2026-02", "/from", "not-a-month")]
    [InlineData("through=2028-01", "/through", "not-counted")]
    [InlineData("by=street", "/by", "not-accepted")]
    [InlineData("by=total", "/by", "not-accepted")]
    [InlineData("indicator=happiness", "/indicator", "unknown-indicator")]
    [InlineData("template=gossip", "/template", "unknown-template")]
    [InlineData("format=pdf", "/format", "not-accepted")]
    public async Task What_cannot_be_asked_is_named(string query, string pointer, string code)
    {
        var (status, text) = await year.AskAsync(Cora, query);

        Assert.Equal(422, status);
        Assert.Contains(JsonElement.Parse(text).GetProperty("errors").EnumerateArray(), error => (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()) == (pointer, code));
    }

    [Fact]
    public async Task Some_months_can_be_asked_for()
    {
        var report = Assert.Single(await year.ReadAsync(Cora, "from=2026-03&to=2026-04&through=2026-12&by=month"));

        Assert.Equal(["2026-03", "2026-04"], report.By(Dimension.Month, "referrals").Select(figure => figure.Group));
        Assert.Equal(report.By(Dimension.Month, "referrals").Sum(figure => figure.Numerator), report.Total("referrals")!.Numerator);
        Assert.Null(report.Plan);
    }

    [Fact]
    public async Task Another_organisations_report_is_not_there() => Assert.Equal(404, (await year.AskAsync(Cora, "organisation=buurtwerk-noord")).Status);

    static decimal? Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);
}
