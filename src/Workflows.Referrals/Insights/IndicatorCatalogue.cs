using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights;

/// <summary>All indicators, as one version of the file <c>indicators.json</c> defines them. Organisations that use one version can add up their figures.</summary>
/// <param name="Version">Counts from 1; raised whenever an indicator is added, removed or raised.</param>
/// <param name="Sources">Who says so.</param>
/// <param name="Indicators">In the order in which they are shown.</param>
public sealed record IndicatorCatalogue(int Version, ValueList<Source> Sources, ValueList<Indicator> Indicators)
{
    /// <summary>The JSON Schema that the file follows.</summary>
    public static string Schema { get; } = Resources.Text("indicators.schema.json");

    static readonly DataFile<IndicatorCatalogue> File = new(Schema, Sense);

    /// <summary>The catalogue that comes with the product.</summary>
    public static IndicatorCatalogue Current { get; } = Read(Resources.Text("indicators.json"));

    /// <summary>The indicator of the id; null when this version has none.</summary>
    /// <param name="id">As exports name it.</param>
    public Indicator? Find(string id) => Indicators.FirstOrDefault(indicator => indicator.Id == id);

    /// <summary>The source of an indicator, in full.</summary>
    /// <param name="indicator">One of this catalogue.</param>
    public Source SourceOf(Indicator indicator) => Sources.First(source => source.Id == indicator.Source);

    /// <summary>Reads a catalogue.</summary>
    /// <param name="json">The text of the file.</param>
    /// <exception cref="InvalidDataException">It does not follow the schema, names an id twice or names a source that it does not have; the message says where.</exception>
    public static IndicatorCatalogue Read(string json) => File.Require(json);

    static IEnumerable<Finding> Sense(IndicatorCatalogue catalogue) =>
    [
        .. Repeated("/sources", catalogue.Sources.Select(source => source.Id)),
        .. Repeated("/indicators", catalogue.Indicators.Select(indicator => indicator.Id)),
        .. catalogue.Indicators.Index().Where(one => catalogue.Sources.All(source => source.Id != one.Item.Source))
            .Select(one => new Finding($"/indicators/{one.Index}/source", "unknown-source", "Deze bron is er niet.", "There is no such source.")),
        .. catalogue.Indicators.Index().Where(one => one.Item is { Kind: FigureKind.Change, Better: null })
            .Select(one => new Finding($"/indicators/{one.Index}/better", "required", "Bij een verandering hoort welke kant beter is.", "A change says in which direction it is better.")),
    ];

    static IEnumerable<Finding> Repeated(string at, IEnumerable<string> ids) =>
        ids.Index().GroupBy(one => one.Item).SelectMany(same => same.Skip(1))
            .Select(one => new Finding($"{at}/{one.Index}/id", "repeated", "Dit id is er al.", "This id is there already."));
}
