using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>A report as it is sent, shown, and kept once it was published: plain values with their definitions.</summary>
/// <param name="Organisation">Whose figures, by the organisation's id.</param>
/// <param name="Name">What the organisation is called.</param>
/// <param name="Audience">For whom it was made.</param>
/// <param name="From">The first month of receipt, by its first day.</param>
/// <param name="To">The last month of receipt, by its first day.</param>
/// <param name="Through">The last day that was looked at.</param>
/// <param name="CatalogueVersion">The catalogue that defines the figures.</param>
/// <param name="Threshold">The least count that is shown; null when nothing is hidden.</param>
/// <param name="MadeAt">When it was made; what was published stays as it was made.</param>
/// <param name="Figures">The figures, all together first.</param>
/// <param name="Definitions">What they mean.</param>
/// <param name="Sources">Who says so.</param>
public sealed record ReportView(
    string Organisation,
    string Name,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    DateOnly Through,
    int CatalogueVersion,
    int? Threshold,
    DateTimeOffset MadeAt,
    ValueList<FigureView> Figures,
    ValueList<Indicator> Definitions,
    ValueList<Source> Sources)
{
    /// <summary>Of whose patients only, by the AGB code of the practice; null for everybody.</summary>
    public string? Practice { get; init; }

    /// <summary>The plan beside what came of it; null when there is none for these months.</summary>
    public PlanView? Plan { get; init; }

    /// <summary>Costs and benefits in euros; null where they are not shown.</summary>
    public WorthView? Worth { get; init; }

    /// <summary>Changes beside those of comparison groups.</summary>
    public ValueList<ComparisonView> Comparisons { get; init; } = [];

    /// <summary>What came out otherwise after it had been counted, and why.</summary>
    public ValueList<RestatementView> Restated { get; init; } = [];

    /// <summary>What clients and workers told. Never kept: a story goes when it is taken back.</summary>
    public ValueList<StoryView> Stories { get; init; } = [];

    /// <summary>The figure of an indicator of all together; null when it is not part of the report.</summary>
    /// <param name="indicator">The indicator's id.</param>
    public FigureView? Total(string indicator) => Figures.FirstOrDefault(figure => figure.Dimension is Dimension.Total && figure.Indicator == indicator);

    /// <summary>The figures of an indicator by group, in the order of the groups.</summary>
    /// <param name="dimension">By what it is divided.</param>
    /// <param name="indicator">The indicator's id.</param>
    public IEnumerable<FigureView> By(Dimension dimension, string indicator) => Figures.Where(figure => figure.Dimension == dimension && figure.Indicator == indicator);

    /// <summary>What an indicator means.</summary>
    /// <param name="indicator">The id of an indicator of the report.</param>
    public Indicator Definition(string indicator) => Definitions.First(definition => definition.Id == indicator);
}
