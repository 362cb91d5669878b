using System.Text.Json.Serialization;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Worth;

/// <summary>What is counted in euros: data, in <c>prices.json</c> or in a file of an organisation's own.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="Sources">Who says what something costs.</param>
/// <param name="Prices">What one of something costs.</param>
/// <param name="Entries">Costs and benefits.</param>
public sealed record ValueLedger(int Version, ValueList<Source> Sources, ValueList<Price> Prices, ValueList<Entry> Entries)
{
    static readonly DataFile<ValueLedger> File = new(Resources.Text("prices.schema.json"), Sense);

    /// <summary>The ledger that comes with the product: only what a public tariff says. What support costs, an organisation states itself.</summary>
    public static ValueLedger Shipped { get; } = Read(Resources.Text("prices.json"));

    /// <summary>Reads a ledger.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="InvalidDataException">It does not follow the schema, names what is not there, has a range upside down, or has shares that are not 100 % together; the message says where.</exception>
    public static ValueLedger Read(string json) => File.Require(json);

    /// <summary>Reads a ledger that may be wrong.</summary>
    /// <param name="json">The text of the file.</param>
    public static DataReading<ValueLedger> Check(string json) => File.Read(json);

    /// <summary>The amounts of a report's figures of all together. What cannot be counted has none: a figure that is hidden, or that nothing was counted for.</summary>
    /// <param name="report">The report.</param>
    public ValueList<Amount> AmountsOf(Report report) =>
    [
        .. from entry in Entries
           from row in report.Rows
           where row.Dimension is Rollups.Dimension.Total && row.Figure.Indicator.Id == entry.Indicator && row.Figure is { IsHidden: false, Denominator: > 0 }
           select Amount.Of(entry, PriceOf(entry), SourceOf(entry), row.Figure),
    ];

    Price PriceOf(Entry entry) => Prices.First(price => price.Id == entry.Price);

    Source SourceOf(Entry entry) => Sources.First(source => source.Id == PriceOf(entry).Source);

    static IEnumerable<Finding> Sense(ValueLedger ledger) =>
    [
        .. Wrong("/sources", ledger.Sources, "id", source => ledger.Sources.Count(other => other.Id == source.Id) == 1, "This id is there already.", "Dit id is er al."),
        .. Wrong("/prices", ledger.Prices, "id", price => ledger.Prices.Count(other => other.Id == price.Id) == 1, "This id is there already.", "Dit id is er al."),
        .. Wrong("/entries", ledger.Entries, "id", entry => ledger.Entries.Count(other => other.Id == entry.Id) == 1, "This id is there already.", "Dit id is er al."),
        .. Wrong("/prices", ledger.Prices, "source", price => ledger.Sources.Any(source => source.Id == price.Source), "There is no such source.", "Deze bron is er niet."),
        .. Wrong("/prices", ledger.Prices, "highCents", price => price.LowCents <= price.HighCents, "This is below the low end of the range.", "Dit ligt onder het begin van de marge."),
        .. Wrong("/entries", ledger.Entries, "price", entry => ledger.Prices.Any(price => price.Id == entry.Price), "There is no such price.", "Deze prijs is er niet."),
        .. Wrong("/entries", ledger.Entries, "indicator", entry => IndicatorCatalogue.Current.Find(entry.Indicator) is not null, "There is no such indicator.", "Deze indicator is er niet."),
        .. Wrong("/entries", ledger.Entries, "shares", entry => entry.Shares.Sum(share => share.Percent) == 100, "The shares must be 100 % together.", "De aandelen moeten samen 100 % zijn."),
    ];

    static IEnumerable<Finding> Wrong<T>(string at, ValueList<T> all, string field, Func<T, bool> isRight, string en, string nl) =>
        all.Index().Where(one => !isRight(one.Item)).Select(one => new Finding($"{at}/{one.Index}/{field}", "wrong", nl, en));
}

/// <summary>What one of something costs.</summary>
/// <param name="Id">As entries name it.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Name">What is paid for.</param>
/// <param name="LowCents">The low end of the range, in eurocents.</param>
/// <param name="HighCents">The high end of the range, in eurocents.</param>
/// <param name="Year">The year of which it is the price; nothing is indexed.</param>
/// <param name="Source">The id of the source.</param>
public sealed record Price(string Id, int Version, LocalText Name, int LowCents, int HighCents, int Year, string Source);

/// <summary>A cost or a benefit.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Side">Which of both.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Indicator">The indicator that counts it: how many were counted, or for a change by how much all together became better.</param>
/// <param name="Price">The price of one.</param>
/// <param name="Shares">Who bears it or has it, 100 % together.</param>
public sealed record Entry(string Id, Side Side, LocalText Name, string Indicator, string Price, ValueList<FunderShare> Shares);

/// <summary>Whose part how large is.</summary>
/// <param name="Funder">Such as "municipality" or "health-insurer".</param>
/// <param name="Percent">1 to 100.</param>
public sealed record FunderShare(string Funder, int Percent);

/// <summary>A side of the ledger.</summary>
[JsonConverter(typeof(EnumAsText<Side>))]
public enum Side
{
    /// <summary>What is spent.</summary>
    Cost,

    /// <summary>What is saved.</summary>
    Benefit,
}
