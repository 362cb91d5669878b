using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Worth;

namespace Workflows.Referrals.Tests.Insights.Worth;

public sealed class A_plan
{
    const string File = """
        {
          "version": 2, "from": "2026-01-01", "to": "2026-12-01",
          "inhabitants": [{ "postalArea": "3011", "people": 9000 }, { "postalArea": "3012", "people": 7500 }],
          "targets": [{ "indicator": "referrals", "value": 200 }, { "indicator": "unmet-need", "value": 7.5 }],
          "comparisons": [{ "indicator": "change-loneliness", "name": { "nl": "Wachtlijst", "en": "Waiting list" }, "source": { "nl": "Onderzoek 2025", "en": "Study 2025" },
                            "group": { "before": { "count": 40, "mean": 4.2, "deviation": 1.5 }, "after": { "count": 38, "mean": 4.0, "deviation": 1.4 } } }]
        }
        """;

    static readonly Period Year = new(new(2026, 1, 1), new(2026, 12, 1), new(2026, 12, 31));

    static Plan Plan => Plan.Check(File).Value!;

    static Report ReportOf(Period period, params (string Indicator, Tally Tally)[] tallies)
    {
        var group = new RollupGroup("total", [.. tallies.Select(tally => new IndicatorTally(tally.Indicator, tally.Tally))]);
        return new("welzijn-zuid", period, 1, null, [.. tallies.Select(tally => tally.Indicator).Where(indicator => IndicatorCatalogue.Current.Find(indicator) is not null)
            .Select(indicator => new ReportRow("welzijn-zuid", Dimension.Total, "total", Figure.From(IndicatorCatalogue.Current.Find(indicator)!, group)))]);
    }

    static Tally Referrals(int count) => new(count, [new("1", count)]);

    [Fact]
    public void Is_read_with_its_inhabitants_and_targets()
    {
        Assert.Equal((2, 16_500), (Plan.Version, Inhabitants.Of(Plan)!.Of(Dimension.Total, "total")));
        Assert.Equal([new("referrals", 200m), new("unmet-need", 7.5m)], Plan.Targets);
        Assert.True(Plan.Covers(Year with { To = new(2026, 6, 1) }));
        Assert.False(Plan.Covers(Year with { To = new(2027, 1, 1) }));
    }

    [Theory]
    [InlineData("\"2026-01-01\"", "\"2026-01-15\"", "/from", 2)]
    [InlineData("\"2026-12-01\"", "\"2025-12-01\"", "/to", 2)]
    [InlineData("\"3012\"", "\"3011\"", "/inhabitants/0/postalArea", 3)]
    [InlineData("\"3012\"", "\"12 AB\"", "/inhabitants/1/postalArea", 3)]
    [InlineData("\"unmet-need\"", "\"reasons-stopped\"", "/targets/1/indicator", 4)]
    [InlineData("7.5", "\"7.5\"", "/targets/1/value", 4)]
    [InlineData("\"change-loneliness\"", "\"satisfaction\"", "/comparisons/0/indicator", 5)]
    [InlineData("\"deviation\": 1.5", "\"deviation\": 0", "/comparisons/0/group/before/deviation", 6)]
    [InlineData("Onderzoek 2025", "Bel 010-1234567 voor meer", "/comparisons/0/source/nl", 5)]
    public void Is_refused_with_the_place_when_it_is_wrong(string part, string other, string pointer, int line)
    {
        var reading = Plan.Check(File.Replace(part, other, StringComparison.Ordinal));

        Assert.Null(reading.Value);
        Assert.Contains(reading.Problems, problem => (problem.Pointer, problem.Line) == (pointer, line));
    }

    [Fact]
    public void That_is_no_JSON_is_refused() => Assert.Equal("json", Plan.Check("{").Problems.Single().Code);

    [Fact]
    public void Is_not_missed_while_there_is_time_left_to_count()
    {
        var half = Plan.ComparedWith(ReportOf(Year with { Through = new(2026, 6, 30) }, ("referrals", Referrals(120)), ("unmet-need", new(120, [new("1", 12)]))));
        Assert.Equal([(-80m, null), (2.5m, (bool?)false)], half.Select(result => (result.Difference!.Value, result.IsMet)));

        Assert.False(Plan.ComparedWith(ReportOf(Year, ("referrals", Referrals(120)))).Single().IsMet);
        Assert.True(Plan.ComparedWith(ReportOf(Year with { Through = new(2026, 6, 30) }, ("referrals", Referrals(210)))).Single().IsMet);
    }

    [Fact]
    public void Without_an_end_covers_every_report_and_is_compared_with_none()
    {
        var endless = Plan.Check(File.Replace("2026-12-01", "9999-12-01", StringComparison.Ordinal)).Value!;

        Assert.True(endless.Covers(Year));
        Assert.Empty(endless.ComparedWith(ReportOf(Year, ("referrals", Referrals(120)))));
    }

    [Fact]
    public void Is_not_compared_with_other_months_than_its_own() => Assert.Empty(Plan.ComparedWith(ReportOf(Year with { To = new(2026, 6, 1) }, ("referrals", Referrals(120)))));

    [Fact]
    public void Sets_a_change_beside_that_of_a_group_without_support()
    {
        var compared = Assert.Single(Plan.ChangesBeside(ReportOf(
            Year, ("change-loneliness", new(20, [new("-1", 1), new("-2", 3)])), ("change-loneliness.before", new(20, [new("4", 2), new("5", 2)])), ("change-loneliness.after", new(20, [new("2", 1), new("3", 3)])))));

        Assert.Equal(-1.55, compared.Difference.Value, 0.001);   // 2.75 - 4.5 of the supported, and 4.0 - 4.2
        Assert.False(compared.Difference.GroupsDifferAtBaseline);
        Assert.Equal(Design.DifferenceInDifferences, compared.Design);
    }

    [Fact]
    public void Compares_nothing_without_two_measurements_of_two_persons() =>
        Assert.Empty(Plan.ChangesBeside(ReportOf(Year, ("change-loneliness", new(20, [new("-1", 1)])), ("change-loneliness.before", new(20, [new("4", 1)])), ("change-loneliness.after", new(20, [new("3", 1)])))));
}
