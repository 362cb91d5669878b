using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Worth;

namespace Workflows.Referrals.Tests.Insights.Worth;

public sealed class Euros
{
    static readonly Period Year = new(new(2026, 1, 1), new(2026, 12, 1), new(2026, 12, 31));

    /// <summary>Twenty referred, of whom three were measured twice: two visits fewer, one fewer, one more.</summary>
    static readonly Figure Visits = Figure.Of(IndicatorCatalogue.Current.Find("change-gp-visits")!, new(20, [new("-1", 1), new("-2", 1), new("1", 1)]));

    static readonly ValueLedger Ledger = ValueLedger.Shipped;

    const string Own = """
        {
          "version": 3,
          "sources": [{ "id": "budget", "text": { "nl": "Begroting 2026", "en": "Budget 2026" } }],
          "prices": [{ "id": "support", "version": 2, "name": { "nl": "Begeleiding", "en": "Support" }, "lowCents": 40000, "highCents": 55050, "year": 2026, "source": "budget" }],
          "entries": [{ "id": "support", "side": "cost", "name": { "nl": "Begeleiding", "en": "Support" }, "indicator": "started", "price": "support",
                        "shares": [{ "funder": "municipality", "percent": 67 }, { "funder": "health-insurer", "percent": 33 }] }]
        }
        """;

    static Report ReportWith(params Figure[] figures) =>
        new("welzijn-zuid", Year, 1, null, [.. figures.Select(figure => new ReportRow("welzijn-zuid", Dimension.Total, "total", figure))]);

    static Figure Share(string indicator, int counted, int all) => Figure.Of(IndicatorCatalogue.Current.Find(indicator)!, new(all, counted == 0 ? [] : [new("1", counted)]));

    [Fact]
    public void Are_count_times_price_times_share_and_a_range()
    {
        var amount = Assert.Single(ValueLedger.Read(Own).AmountsOf(ReportWith(Share("started", 12, 20))));

        Assert.Equal((12m, 4800.00m, 6606.00m), (amount.Count, amount.Low, amount.High));
        Assert.Equal([new FunderAmount("municipality", 67, 3216.00m, 4426.02m), new("health-insurer", 33, 1584.00m, 2179.98m)], amount.ByFunder);
    }

    [Fact]
    public void Of_a_change_count_by_how_much_all_became_better_together()
    {
        var amount = Assert.Single(Ledger.AmountsOf(ReportWith(Visits)));

        Assert.Equal((2m, 23.02m, 46.04m), (amount.Count, amount.Low, amount.High));
        Assert.Equal((2023, "nza-2023", 20), (amount.Price.Year, amount.Source.Id, amount.Figure.Denominator!.Value));
    }

    [Fact]
    public void Are_below_zero_when_it_became_worse()
    {
        var worse = Figure.Of(Visits.Indicator, new(20, [new("3", 2)]));

        var amount = Assert.Single(Ledger.AmountsOf(ReportWith(worse)));

        Assert.Equal((-138.12m, -69.06m), (amount.Low, amount.High));
    }

    [Fact]
    public void Say_what_may_be_concluded_from_them()
    {
        Assert.Equal(Design.BeforeAndAfter, Ledger.AmountsOf(ReportWith(Visits))[0].Design);
        Assert.Equal(Design.Estimate, ValueLedger.Read(Own).AmountsOf(ReportWith(Share("started", 12, 20)))[0].Design);
    }

    [Fact]
    public void Are_not_there_without_a_count_or_a_denominator()
    {
        Assert.Empty(Ledger.AmountsOf(ReportWith(Figure.Hidden(Visits.Indicator, 20))));
        Assert.Empty(ValueLedger.Read(Own).AmountsOf(ReportWith(Share("started", 0, 0))));
    }

    [Fact]
    public void Are_refused_when_somebody_asks_for_them_all_the_same()
    {
        var (entry, price, source) = (Ledger.Entries[0], Ledger.Prices[0], Ledger.Sources[0]);

        Assert.Throws<ArgumentException>(() => Amount.Of(entry, price, source, Figure.Hidden(Visits.Indicator, 20)));
        Assert.Throws<ArgumentException>(() => Amount.Of(entry, price, source, Share("started", 3, 20)));
        Assert.Throws<ArgumentException>(() => Amount.Of(entry, price, source with { Id = "hearsay" }, Visits));
        Assert.Throws<ArgumentException>(() => Amount.Of(entry, price with { Id = "another" }, source, Visits));
    }

    [Theory]
    [InlineData("\"percent\": 67", "\"percent\": 66", "/entries/0/shares")]
    [InlineData("\"percent\": 67", "\"percent\": 68", "/entries/0/shares")]
    [InlineData("\"lowCents\": 40000", "\"lowCents\": 60000", "/prices/0/highCents")]
    [InlineData("\"year\": 2026, ", "", "/prices/0/year")]
    [InlineData("\"source\": \"budget\"", "\"source\": \"hearsay\"", "/prices/0/source")]
    [InlineData("\"price\": \"support\"", "\"price\": \"lunch\"", "/entries/0/price")]
    [InlineData("\"indicator\": \"started\"", "\"indicator\": \"happiness\"", "/entries/0/indicator")]
    [InlineData("\"side\": \"cost\"", "\"side\": \"profit\"", "/entries/0/side")]
    public void Are_not_counted_by_a_ledger_that_is_wrong(string part, string other, string pointer) =>
        Assert.StartsWith(pointer + ":", Assert.Throws<InvalidDataException>(() => ValueLedger.Read(Own.Replace(part, other, StringComparison.Ordinal))).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("started", 60, 12, 20, 0.0, true)]
    [InlineData("started", 61, 12, 20, -1.0, false)]
    [InlineData("unmet-need", 10, 1, 20, -5.0, true)]
    [InlineData("unmet-need", 4, 1, 20, 1.0, false)]
    public void A_target_stands_beside_what_came_of_it(string indicator, int target, int counted, int all, double difference, bool isMet)
    {
        var plan = new Plan(1, Year.From, Year.To, [], [new(indicator, target), new("reach", 5)], []);

        var result = Assert.Single(plan.ComparedWith(ReportWith(Share(indicator, counted, all))));

        Assert.Equal(((decimal)difference, isMet), (result.Difference!.Value, result.IsMet!.Value));
    }

    [Fact]
    public void A_target_of_a_hidden_figure_is_neither_met_nor_missed()
    {
        var plan = new Plan(1, Year.From, Year.To, [], [new("change-gp-visits", 1)], []);

        var result = Assert.Single(plan.ComparedWith(ReportWith(Figure.Hidden(Visits.Indicator, 20))));

        Assert.Equal((null, null), (result.Difference, result.IsMet));
    }
}
