using System.Text.Json;
using Workflows.Functions.Insights.Reports;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using static Workflows.Functions.Tests.Insights.ReportedYear;

namespace Workflows.Functions.Tests.Insights;

[Collection(ReportedYear.Name)]
public sealed class When_somebody_outside_asks_for_a_report(ReportedYear year)
{
    static readonly string[] Looks = ["2026-06", "2026-12", "2027-12"];

    /// <summary>Numbers that lie within each other: who completed has started, who started was accepted. What a figure is counted among is a number too.</summary>
    static readonly (string Within, string Whole)[] Nested =
    [
        ("completed", "started"), ("handover-held", "started"), ("attended", "started"), ("started", "days-to-first-contact"), ("started", "accepted"), ("days-to-first-contact", "accepted"), ("accepted", "referrals"),
        ("reasons-stopped", "started"), ("completed", "reasons-stopped"), ("reasons-not-started", "referrals"), ("unmet-need", "referrals"), ("feedback-given", "referrals"), ("started", "referrals"),
        ("started", "of bus-factor-worker"), ("handover-held", "of bus-factor-worker"), ("completed", "of bus-factor-worker"), ("of bus-factor-worker", "referrals"),
        .. from later in (int[])[3, 6, 12, 24] from earlier in (int[])[3, 6, 12, 24] where earlier < later select ($"of still-active-{later}", $"of still-active-{earlier}"),
        .. from months in (int[])[3, 6, 12, 24] from pair in new[] { ($"still-active-{months}", $"of still-active-{months}"), ($"of still-active-{months}", "referrals") } select pair,
    ];

    [Fact]
    public async Task A_funder_reads_of_each_whom_it_funds_nothing_small_and_nothing_untrue()
    {
        foreach (var look in Looks)
        {
            var reports = await year.ReadAsync(Municipality, $"year=2026&through={look}");
            Assert.Equal(["welzijn-zuid", "buurtwerk-noord"], reports.Select(report => report.Organisation));
            foreach (var report in reports)
            {
                var recounted = RecountedAt(report.Through);
                Assert.Equal((Audience.Funder, (int?)10), (report.Audience, report.Threshold));
                Assert.All(report.Figures, figure =>
                {
                    Assert.Null(figure.Counted);
                    if (figure.IsHidden)
                    {
                        Assert.Null(figure.Value);
                        return;
                    }

                    var told = recounted.Of([report.Organisation], figure.Dimension, figure.Group, report.Definition(figure.Indicator));
                    Assert.Equal((told.Value, told.Denominator, told.Numerator), (figure.Value, figure.Denominator!.Value, figure.Numerator!.Value));
                    Assert.True(figure.Numerator >= 10, $"{figure.Indicator} {figure.Group}: {figure.Numerator}");
                    Assert.All(figure.Parts, part => Assert.True(part.Count >= 10));
                });
                Assert.Contains(report.Figures, figure => figure is { Dimension: Dimension.Neighbourhood, IsHidden: false });
                Assert.DoesNotContain(report.Figures, figure => figure.Dimension is Dimension.Practice or Dimension.Month or Dimension.StartMonth);
            }
        }
    }

    [Fact]
    public async Task Subtracting_all_that_was_published_tells_no_small_number()
    {
        List<ReportView> reports = [];
        foreach (var look in Looks)
        {
            reports.AddRange(await year.ReadAsync(Municipality, $"year=2026&through={look}"));
        }

        foreach (var report in reports)
        {
            var total = report.Total("referrals")!;
            foreach (var group in report.Figures.GroupBy(figure => (figure.Dimension, figure.Group)))
            {
                var shown = group.Where(figure => report.Definition(figure.Indicator).Kind is not FigureKind.Rate)
                    .SelectMany(figure => new (string Name, int? Number)[] { (figure.Indicator, figure.Numerator), ($"of {figure.Indicator}", figure.Denominator) })
                    .Where(number => number.Number is not null).ToDictionary(number => number.Name, number => number.Number!.Value);
                Assert.All(Nested.Where(steps => shown.ContainsKey(steps.Within) && shown.ContainsKey(steps.Whole)), steps => AssertNotSmall(shown[steps.Whole] - shown[steps.Within], $"{report.Through} {group.Key} {steps}"));
            }

            // Of a division of which one group is hidden, what is left of the whole is that group.
            foreach (var division in report.Figures.Where(figure => figure.Dimension is not Dimension.Total && report.Definition(figure.Indicator).Kind is not FigureKind.Rate).GroupBy(figure => (figure.Dimension, figure.Indicator)))
            {
                if (division.Count(figure => figure.IsHidden) == 1 && report.Total(division.Key.Indicator) is { IsHidden: false } whole)
                {
                    AssertNotSmall(whole.Numerator!.Value - division.Where(figure => !figure.IsHidden).Sum(figure => figure.Numerator!.Value), $"{report.Through} {division.Key}");
                }
            }
        }

        foreach (var (one, other) in from one in reports from other in reports where one.Organisation == other.Organisation && one.Through < other.Through select (one, other))
        {
            Assert.All(
                from before in one.Figures
                join after in other.Figures on (before.Dimension, before.Group, before.Indicator) equals (after.Dimension, after.Group, after.Indicator)
                where !before.IsHidden && !after.IsHidden && after.Numerator != before.Numerator
                select (before, after),
                pair => AssertNotSmall(pair.after.Numerator!.Value - pair.before.Numerator!.Value, $"{pair.before} and then {pair.after}"));
        }
    }

    [Fact]
    public async Task What_was_published_stays_as_it_was_published()
    {
        var first = (await year.AskAsync(Municipality, "year=2026&through=2027-12&organisation=welzijn-zuid")).Text;
        var counted = (await year.Insights.TotalAsync(YearAfter, new(2026, 5, 1)))!.Rollup;
        year.Insights.Storage.Clock.Now = InsightsUnderTest.At(2028, 1, 11);
        await year.Insights.Rollups.KeepAsync([counted with { Groups = [counted.Groups[0] with { Tallies = [.. counted.Groups[0].Tallies.Select(tally => tally.Indicator == "started" ? tally with { Tally = new(99, [new("1", 99)]) } : tally)] }] }], "late");

        Assert.Equal(first, (await year.AskAsync(Municipality, "year=2026&through=2027-12&organisation=welzijn-zuid")).Text);

        var own = Assert.Single(await year.ReadAsync(Cora, "year=2026&through=2027-12"));
        Assert.Equal([new(new(2026, 5, 1), 2, "late", year.Insights.Storage.Clock.Now)], own.Restated);
        await year.Insights.Rollups.KeepAsync([counted], "rebuilt");   // the other tests count on it
    }

    [Fact]
    public async Task Many_who_ask_at_once_are_told_the_same()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => year.AskAsync(Practice("01999904"), "year=2026&through=2026-12")));

        Assert.Single(answers.Distinct());
    }

    [Fact]
    public async Task A_practice_reads_what_takes_place_with_its_own_patients_and_of_their_answers_nothing_small()
    {
        var report = Assert.Single(await year.ReadAsync(Practice("01999902"), "year=2026&through=2026-12"));
        var recounted = RecountedAt(EndOfYear);

        Assert.Equal(("welzijn-zuid", Audience.Practice), (report.Organisation, report.Audience));
        Assert.All(report.Figures.Where(figure => figure.Dimension is Dimension.Total && report.Definition(figure.Indicator).Basis is Basis.Process), figure =>
        {
            var told = recounted.Of(["welzijn-zuid"], Dimension.Practice, "01999902", report.Definition(figure.Indicator));
            Assert.Equal((told.Value, told.Denominator, told.Numerator), (figure.Value, figure.Denominator!.Value, figure.Numerator!.Value));
        });
        Assert.All(report.Figures.Where(figure => report.Definition(figure.Indicator).Basis is Basis.Measurement), figure => Assert.True(figure.IsHidden || figure.Numerator >= 10, figure.Indicator));
        Assert.Contains(report.Figures, figure => figure.IsHidden);
        Assert.Equal((null, null), (report.Plan, report.Worth));
    }

    [Fact]
    public async Task Without_a_look_the_latest_is_read() => Assert.Equal(YearAfter, Assert.Single(await year.ReadAsync(Practice("01999905"), "year=2026")).Through);

    [Theory]
    [InlineData("year=2026&through=2026-09", "/through", "not-counted")]
    [InlineData("from=2026-01&to=2026-03", "/from", "whole-years")]
    public async Task They_look_at_whole_years_in_June_and_December(string query, string pointer, string code)
    {
        var (status, text) = await year.AskAsync(Municipality, query);

        Assert.Equal(422, status);
        Assert.Contains(JsonElement.Parse(text).GetProperty("errors").EnumerateArray(), error => (error.GetProperty("pointer").GetString(), error.GetProperty("code").GetString()) == (pointer, code));
    }

    [Fact]
    public async Task A_year_that_nobody_counted_has_no_report() => Assert.Empty(await year.ReadAsync(Municipality, "year=2024"));

    [Fact]
    public async Task Whom_a_funder_does_not_fund_is_not_there() => Assert.Equal(404, (await year.AskAsync(Municipality, "organisation=elders")).Status);

    static void AssertNotSmall(int number, string where) => Assert.True(number is 0 || Math.Abs(number) >= 10, $"{where}: {number}");
}
