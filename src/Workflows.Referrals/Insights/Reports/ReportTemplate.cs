using System.Text.Json.Serialization;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>What a report shows, and in which order: data without figures, which organisations share.</summary>
/// <param name="Id">The same in every version: lower-case words joined by hyphens.</param>
/// <param name="Version">Counts from 1.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Indicators">The ids of the indicators, in the order in which they are shown.</param>
/// <param name="Divisions">By what the figures are divided, besides all together.</param>
/// <param name="Sections">What stands beside the figures.</param>
public sealed record ReportTemplate(string Id, int Version, LocalText Name, ValueList<string> Indicators, ValueList<Dimension> Divisions, ValueList<ReportSection> Sections)
{
    static readonly DataFile<ReportTemplate> File = new(Resources.Text("report-template.schema.json"), Sense);

    /// <summary>The templates that come with the product.</summary>
    public static ValueList<ReportTemplate> Shipped { get; } = [File.Require(Resources.Text("template-municipality.json")), File.Require(Resources.Text("template-practice.json"))];

    /// <summary>Reads a template that may be wrong.</summary>
    /// <param name="json">The text of the file.</param>
    public static DataReading<ReportTemplate> Check(string json) => File.Read(json);

    static IEnumerable<Finding> Sense(ReportTemplate template) => template.Indicators.Index()
        .Where(one => IndicatorCatalogue.Current.Find(one.Item) is null)
        .Select(one => new Finding($"/indicators/{one.Index}", "unknown-indicator", "Deze indicator is er niet.", "There is no such indicator."));
}

/// <summary>What stands beside the figures of a report.</summary>
[JsonConverter(typeof(EnumAsText<ReportSection>))]
public enum ReportSection
{
    /// <summary>The targets of the plan and what came of them.</summary>
    Plan,

    /// <summary>Costs and benefits in euros.</summary>
    Worth,

    /// <summary>Changes beside those of comparison groups.</summary>
    Comparisons,

    /// <summary>What clients and workers told.</summary>
    Stories,
}
