using System.Text.Json;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights;

/// <summary>A year of two organisations, seen at the end of the year after: every figure of their reports is counted once more from the timelines, by another road.</summary>
public sealed class A_simulated_year
{
    static readonly Period Year = new(new(2026, 1, 1), new(2026, 12, 1), new(2027, 12, 31));
    static readonly IReadOnlyList<Life> Lives = Place.Year(250, seed: 7);
    static readonly Inhabitants People = new(new Dictionary<string, int> { ["3011"] = 9_000, ["3012"] = 7_500, ["1021"] = 12_000 });
    static readonly Dictionary<string, Report> Reports = Place.Two.ToDictionary(
        place => place.Organisation, place => Report.Of(place.Organisation, Year, RollupsOf(place.Organisation, Year), Enum.GetValues<Dimension>(), People));

    static readonly RecountedYear Recounted = new(Lives, 2026, Year.Through, People.ByNeighbourhood);

    public static TheoryData<string> Indicators => [.. IndicatorCatalogue.Current.Indicators.Select(indicator => indicator.Id)];

    [Theory, MemberData(nameof(Indicators))]
    public void Every_figure_is_what_the_timelines_say(string indicator)
    {
        var rows = Reports.Values.SelectMany(report => report.Rows).Where(row => row.Figure.Indicator.Id == indicator).ToArray();
        Assert.NotEmpty(rows);

        foreach (var row in rows)
        {
            var where = $"{indicator} of {row.Organisation}, {row.Dimension} {row.Group}";
            var told = Recounted.Of([row.Organisation], row.Dimension, row.Group, row.Figure.Indicator);

            Assert.Equal((where, told.Value, told.Denominator, told.Numerator), (where, row.Figure.Value, row.Figure.Denominator, row.Figure.Numerator));
            AssertDetails(where, row.Figure, told);
            if (row is { Dimension: Dimension.Total, Figure.Indicator.Kind: FigureKind.Change })
            {
                AssertScores(where, row.Figure, told.Scores);
            }
        }
    }

    [Fact]
    public void Every_group_of_every_dimension_is_there() => Assert.All(
        Reports.Values, report => Assert.Equal(Recounted.GroupsOf(report.Organisation).Order(), report.Rows.Select(row => (row.Dimension, row.Group)).Distinct().Order()));

    [Fact]
    public void A_practice_reads_its_own_figures()
    {
        var report = Report.Of("welzijn-zuid", Year, Rollup.OfPractice(RollupsOf("welzijn-zuid", Year), "01999902"), []);

        Assert.Equal(
            Reports["welzijn-zuid"].Rows.Where(row => row is { Dimension: Dimension.Practice, Group: "01999902" }).Select(row => JsonSerializer.Serialize(row.Figure)),
            report.Rows.Select(row => JsonSerializer.Serialize(row.Figure)));
    }

    [Fact]
    public void What_clients_answered_a_practice_reads_of_many_together_only()
    {
        var own = Rollup.OfPractice(RollupsOf("welzijn-zuid", Year), "01999902").ToArray();
        var (report, publication) = new Publisher(Audience.Practice, DisclosureControl.UsualThreshold).Publish("welzijn-zuid", Year, own, []);
        var open = Report.Of("welzijn-zuid", Year, own, [Dimension.Month]);

        Assert.Equal(
            open.Rows.Where(row => row.Figure.Indicator.Basis is Basis.Process).Select(row => JsonSerializer.Serialize(row.Figure)),
            report.Rows.Where(row => row.Figure.Indicator.Basis is Basis.Process).Select(row => JsonSerializer.Serialize(row.Figure)));
        var measured = report.Rows.Where(row => row.Figure.Indicator.Basis is Basis.Measurement).ToArray();
        Assert.All(measured, row => Assert.True(row.Dimension is Dimension.Total && (row.Figure.IsHidden || row.Figure.Numerator >= 10 && row.Figure.Denominator - row.Figure.Numerator >= 10), row.Figure.Indicator.Id));
        Assert.Contains(measured, row => row.Figure.IsHidden);
        Assert.Contains(measured, row => !row.Figure.IsHidden);
        Assert.All(report.Rows, row => Assert.Null(row.Counted));
        Assert.Equal(publication, JsonSerializer.Deserialize<Publication>(JsonSerializer.Serialize(publication)));
    }

    [Fact]
    public void Exports_of_two_organisations_add_up_without_a_name_being_changed()
    {
        var facts = Lives.Select(life => Timelines.FactOf(life.Referral.Id, life.Events, life.Profile, AmsterdamTime.At(Year.Through.AddDays(1), TimeOnly.MinValue))).OfType<Fact>().Where(fact => Year.Holds(fact.Cohort)).ToList();
        var together = Report.Of("both", Year, Year.Cohorts.SelectMany(cohort => Rollup.Of("both", cohort, Year.Through, [.. facts.Where(fact => fact.Cohort == cohort)])), Enum.GetValues<Dimension>());

        // As whoever has both files does it: the rows under each other, those that mean the same added up.
        var exports = Reports.Values.Select(report => JsonSerializer.SerializeToElement(report.Rows)).SelectMany(rows => rows.EnumerateArray()).Select(row => (
            Key: (Dimension: row.GetProperty("Dimension").GetString(), Group: row.GetProperty("Group").GetString(), Indicator: row.GetProperty("Figure").GetProperty("Indicator").GetProperty("Id").GetString()!, Version: row.GetProperty("Figure").GetProperty("Indicator").GetProperty("Version").GetInt32()),
            Counted: row.GetProperty("Counted").Deserialize<Tally>()!));
        var merged = exports.Where(row => row.Key.Indicator != "reach").GroupBy(row => row.Key).ToDictionary(rows => rows.Key, rows => Figure.Of(IndicatorCatalogue.Current.Find(rows.Key.Indicator)!, Tally.Sum(rows.Select(row => row.Counted))));

        Assert.Equal(together.Rows.Count, merged.Count);
        foreach (var row in together.Rows)
        {
            var figure = merged[(Code.Of(row.Dimension), row.Group, row.Figure.Indicator.Id, row.Figure.Indicator.Version)];
            Assert.Equal((row.Figure.Value, row.Figure.Numerator, row.Figure.Denominator, row.Figure.Interval, row.Figure.Quartiles), (figure.Value, figure.Numerator, figure.Denominator, figure.Interval, figure.Quartiles));
        }
    }

    [Fact]
    public void One_year_hides_nothing_of_another()
    {
        var publisher = new Publisher(Audience.Funder, DisclosureControl.UsualThreshold);
        var before = new Publication(Year with { From = Year.From.AddYears(-1), To = Year.To.AddYears(-1) }, [new(Dimension.Total, "progress", [new(null, "all")])]);
        var rollups = RollupsOf("welzijn-zuid", Year);

        Assert.Equal(publisher.Publish("welzijn-zuid", Year, rollups, []).Publication, publisher.Publish("welzijn-zuid", Year, rollups, [before]).Publication);
    }

    [Fact]
    public void Rollups_made_again_from_stored_timelines_are_the_same_to_the_last_bit() =>
        Assert.Equal(JsonSerializer.Serialize(RollupsOf("welzijn-zuid", Year)), JsonSerializer.Serialize(JsonSerializer.Deserialize<List<Rollup>>(JsonSerializer.Serialize(RollupsOf("welzijn-zuid", Year)))));

    [Fact]
    public void What_outsiders_read_is_true_and_hides_what_is_small()
    {
        var (report, publication) = new Publisher(Audience.Funder, DisclosureControl.UsualThreshold).Publish("welzijn-zuid", Year, RollupsOf("welzijn-zuid", Year), [], People);

        foreach (var row in report.Rows.Where(row => !row.Figure.IsHidden))
        {
            var open = Reports["welzijn-zuid"].Rows.Single(one => (one.Dimension, one.Group, one.Figure.Indicator.Id) == (row.Dimension, row.Group, row.Figure.Indicator.Id)).Figure;
            Assert.Equal((open.Value, open.Numerator, open.Denominator), (row.Figure.Value, row.Figure.Numerator, row.Figure.Denominator));
            Assert.True(row.Figure.Numerator >= 10, $"{row.Figure.Indicator.Id} {row.Group}: {row.Figure.Numerator}");
            Assert.True(row.Figure.Indicator.Kind is FigureKind.Rate || row.Figure.Denominator == row.Figure.Numerator || row.Figure.Denominator - row.Figure.Numerator >= 10, row.Figure.Indicator.Id);
            Assert.All(row.Figure.Parts, part => Assert.True(part.Count >= 10));
        }

        Assert.Contains(report.Rows, row => row.Figure.IsHidden);
        Assert.Contains(report.Rows, row => row is { Dimension: Dimension.Neighbourhood, Figure: { IsHidden: false, Indicator.Id: "started" } });
        Assert.DoesNotContain(report.Rows, row => row.Dimension is Dimension.Practice);
        Assert.DoesNotContain(report.Rows, row => row.Figure.Indicator.Kind is FigureKind.Concentration && row.Figure.Parts.Count > 0);
        Assert.Equal(publication, JsonSerializer.Deserialize<Publication>(JsonSerializer.Serialize(publication)));
    }

    [Fact]
    public void A_month_more_shows_no_month_of_few()
    {
        var publisher = new Publisher(Audience.Funder, DisclosureControl.UsualThreshold);
        var spring = new Period(new(2026, 1, 1), new(2026, 3, 1), new(2026, 12, 31));
        var longer = spring with { To = new(2026, 4, 1) };
        var rollups = RollupsOf("welzijn-zuid", longer);
        var first = publisher.Publish("welzijn-zuid", spring, rollups, []);

        var second = publisher.Publish("welzijn-zuid", longer, rollups, [first.Publication]).Report;

        foreach (var row in second.Rows.Where(row => !row.Figure.IsHidden))
        {
            var before = first.Report.Rows.SingleOrDefault(one => (one.Dimension, one.Group, one.Figure.Indicator.Id) == (row.Dimension, row.Group, row.Figure.Indicator.Id));
            if (before is { Figure.IsHidden: false })
            {
                Assert.True(row.Figure.Numerator - before.Figure.Numerator >= 10, $"{row.Dimension} {row.Group} {row.Figure.Indicator.Id}: {before.Figure.Numerator} and then {row.Figure.Numerator}");
            }
        }

        Assert.Contains(second.Rows, row => !row.Figure.IsHidden);
    }

    /// <summary>Counted as they stood at the end of the last day.</summary>
    static Rollup[] RollupsOf(string organisation, Period period)
    {
        var end = AmsterdamTime.At(period.Through.AddDays(1), TimeOnly.MinValue);
        var facts = Lives.Select(life => Timelines.FactOf(life.Referral.Id, life.Events, life.Profile, end)).OfType<Fact>().Where(fact => fact.Organisation == organisation).ToLookup(fact => fact.Cohort);
        return [.. period.Cohorts.SelectMany(cohort => Rollup.Of(organisation, cohort, period.Through, [.. facts[cohort]]))];
    }

    static void AssertDetails(string where, Figure figure, RecountedFigure told)
    {
        var (part, counted) = (told.Part, told.Counted);
        if (figure.Indicator.Kind is FigureKind.Share or FigureKind.Concentration && part > 0)
        {
            // Wilson's bounds are where the share lies 1.96 standard errors away, the error being that of the bound.
            foreach (var bound in new[] { figure.Interval!.Value.Low / 100, figure.Interval.Value.High / 100 })
            {
                var share = (double)figure.Numerator!.Value / part;
                Assert.True(Math.Abs(Math.Abs(share - bound) - (1.96 * Math.Sqrt(bound * (1 - bound) / part))) < 0.002, $"{where}: {share} in {figure.Interval}");
            }
        }

        if (figure.Indicator.Kind is FigureKind.Reasons)
        {
            Assert.Equal(counted.GroupBy(reason => reason).OrderBy(reason => reason.Key, StringComparer.Ordinal).Select(reason => new ValueCount(reason.Key, reason.Count())), figure.Parts);
        }

        if (figure.Indicator.Kind is FigureKind.Distribution or FigureKind.Change)
        {
            Assert.Equal((where, part == 0 ? null : (decimal?)Tenths(100m * (part - counted.Length) / part)), (where, figure.Missing));
            if (counted.Length > 0)
            {
                Assert.Equal((where, (double)Tenths(told.Quantile(0.25m)), (double)Tenths(told.Quantile(0.75m))), (where, figure.Quartiles!.Value.Low, figure.Quartiles.Value.High));
            }

            if (where.EndsWith("total", StringComparison.Ordinal))
            {
                AssertInterval(where, figure, told.Numbers);
            }
        }

        if (figure.Indicator.Kind is FigureKind.Change)
        {
            var better = told.Numbers.Count(change => figure.Indicator.Better is Better.Lower ? change < 0 : change > 0);
            Assert.Equal((where, better), (where, figure.Better!.Value));
            Assert.Equal((where, (double)Tenths(100m * better / part), (double)Tenths(100m * (better + part - counted.Length) / part)), (where, figure.DropOuts!.Value.Low, figure.DropOuts.Value.High));
        }
    }

    static void AssertScores(string where, Figure figure, (decimal Before, decimal After)[] pairs)
    {
        foreach (var (moments, scores) in new[] { (figure.Scores!.Before, pairs.Select(pair => (double)pair.Before).ToArray()), (figure.Scores.After, pairs.Select(pair => (double)pair.After).ToArray()) })
        {
            var mean = scores.Average();
            Assert.Equal((where, scores.Length), (where, moments.Count));
            Assert.Equal(mean, moments.Mean, 0.0051);
            Assert.Equal(Math.Sqrt(scores.Sum(score => Math.Pow(score - mean, 2)) / (scores.Length - 1)), moments.Deviation, 0.0051);
        }
    }

    /// <summary>Of medians of samples drawn value by value, about a fortieth lies below the interval and a fortieth above.</summary>
    static void AssertInterval(string where, Figure figure, decimal[] values)
    {
        if (values.Length < 5)
        {
            Assert.Null(figure.Interval);
            return;
        }

        var (drawn, (low, high)) = (new System.Random(11), figure.Interval!.Value);
        var medians = Enumerable.Range(0, 600).Select(_ =>
        {
            var sample = new decimal[values.Length];
            for (var i = 0; i < sample.Length; i++)
            {
                sample[i] = values[drawn.Next(values.Length)];
            }

            Array.Sort(sample);
            return (double)(sample[(sample.Length - 1) / 2] + sample[sample.Length / 2]) / 2;
        }).ToArray();
        double Share(Func<double, bool> condition) => medians.Count(condition) / 600.0;

        Assert.True(Share(median => median < low) <= 0.05 && Share(median => median > high) <= 0.05, $"{where}: too narrow, {low} to {high}");
        Assert.True(Share(median => median <= low) >= 0.005 && Share(median => median >= high) >= 0.005, $"{where}: too wide, {low} to {high}");
    }

    static decimal Tenths(decimal value) => RecountedFigure.Tenths(value);
}
