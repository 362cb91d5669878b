using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Worth;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>All figures of an organisation over a time.</summary>
/// <param name="Organisation">Whose figures.</param>
/// <param name="Period">The months of receipt, and the last day that was looked at.</param>
/// <param name="CatalogueVersion">The catalogue that defines the figures.</param>
/// <param name="Threshold">The least count that is shown; null when nothing is hidden.</param>
/// <param name="Rows">The figures, all together first.</param>
public sealed record Report(string Organisation, Period Period, int CatalogueVersion, int? Threshold, ValueList<ReportRow> Rows)
{
    /// <summary>The report of everything that was counted, for those whose own referrals they are.</summary>
    /// <param name="organisation">Whose figures.</param>
    /// <param name="period">The months of receipt, and the last day that is looked at.</param>
    /// <param name="rollups">Of these months as they stood at the end of that day; others are left out.</param>
    /// <param name="dimensions">By what it is divided, besides all together.</param>
    /// <param name="inhabitants">How many people live in a neighbourhood; null where the plan does not say.</param>
    public static Report Of(string organisation, Period period, IEnumerable<Rollup> rollups, IEnumerable<Dimension> dimensions, Inhabitants? inhabitants = null)
    {
        Rollup[] held = [.. rollups.Where(rollup => rollup.Organisation == organisation && rollup.Through == period.Through && period.Holds(rollup.Cohort))];
        return new(
            organisation, period, IndicatorCatalogue.Current.Version, null,
            [.. dimensions.Prepend(Dimension.Total).Distinct().SelectMany(dimension => RowsOf(organisation, dimension, RollupGroup.Sum(held.Where(rollup => rollup.Dimension == dimension).SelectMany(rollup => rollup.Groups)), inhabitants))]);
    }

    /// <summary>The figure of an indicator of all together; null when the report has none.</summary>
    /// <param name="indicator">The indicator's id.</param>
    public Figure? Total(string indicator) => Rows.FirstOrDefault(row => row.Dimension is Dimension.Total && row.Figure.Indicator.Id == indicator)?.Figure;

    static IEnumerable<ReportRow> RowsOf(string organisation, Dimension dimension, IEnumerable<RollupGroup> groups, Inhabitants? inhabitants) =>
        from rolled in groups
        from indicator in IndicatorCatalogue.Current.Indicators
        where indicator.Kind is not FigureKind.Rate || inhabitants?.Of(dimension, rolled.Group) is not null
        select new ReportRow(organisation, dimension, rolled.Group, Figure.From(indicator, rolled, inhabitants?.Of(dimension, rolled.Group)), rolled.Of(indicator.Id));
}

/// <summary>One figure of a report.</summary>
/// <param name="Organisation">Whose figure: exports of several organisations are put under each other.</param>
/// <param name="Dimension">By what it is divided.</param>
/// <param name="Group">The group; "total" for all together.</param>
/// <param name="Figure">The figure.</param>
/// <param name="Counted">What was counted, so that whoever adds up organisations also has their medians; null for outsiders.</param>
public sealed record ReportRow(string Organisation, Dimension Dimension, string Group, Figure Figure, Tally? Counted = null);

/// <summary>How many people live where the organisation works, as its plan states.</summary>
/// <param name="ByNeighbourhood">By the four digits of the postal code.</param>
public sealed record Inhabitants(IReadOnlyDictionary<string, int> ByNeighbourhood)
{
    /// <summary>As a plan states them.</summary>
    /// <param name="plan">The plan; null when there is none.</param>
    public static Inhabitants? Of(Plan? plan) => plan is null ? null : new(plan.Inhabitants.ToDictionary(area => area.PostalArea, area => area.People));

    /// <summary>How many people a group is out of; null where nobody said.</summary>
    /// <param name="dimension">By what it is divided.</param>
    /// <param name="group">The group.</param>
    public int? Of(Dimension dimension, string group) => dimension switch
    {
        Dimension.Total when ByNeighbourhood.Count > 0 => ByNeighbourhood.Values.Sum(),
        Dimension.Neighbourhood when ByNeighbourhood.TryGetValue(group, out var inhabitants) => inhabitants,
        _ => null,
    };
}
