using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Functions.Insights.Reports;

/// <summary>Makes views of reports, with what the organisation's plan and ledger say to the figures.</summary>
static class ReportViews
{
    /// <param name="report">The report.</param>
    /// <param name="audience">For whom. What was agreed with funders is not a practice's business.</param>
    /// <param name="organisation">Whose.</param>
    /// <param name="counted">What it was made of.</param>
    /// <param name="at">When it is made.</param>
    public static ReportView Of(Report report, Audience audience, Organisation organisation, IEnumerable<StoredRollup> counted, DateTimeOffset at)
    {
        Indicator[] definitions = [.. IndicatorCatalogue.Current.Indicators.Where(indicator => report.Rows.Any(row => row.Figure.Indicator.Id == indicator.Id))];
        var view = new ReportView(
            organisation.Id, organisation.Name, audience, report.Period.From, report.Period.To, report.Period.Through, report.CatalogueVersion, report.Threshold, at,
            [.. report.Rows.Select(FigureView.Of)],
            [.. definitions],
            [.. definitions.Select(IndicatorCatalogue.Current.SourceOf).Distinct()])
        {
            Restated = [.. counted.Where(stored => stored.Reason is not null).Select(stored => new RestatementView(stored.Rollup.Cohort, stored.Version, stored.Reason!, stored.At)).Distinct().OrderBy(restated => restated.Cohort)],
        };
        return audience is Audience.Practice ? view : view with
        {
            Plan = organisation.Plan(report.Period) is { } plan && plan.ComparedWith(report) is { Count: > 0 } results ? PlanView.Of(plan.Version, results) : null,
            Worth = new(organisation.Ledger.Version, [.. organisation.Ledger.AmountsOf(report).Select(AmountView.Of)]),
            Comparisons = [.. organisation.Plan(report.Period)?.ChangesBeside(report).Select(ComparisonView.Of) ?? []],
        };
    }

    extension(ReportView view)
    {
        /// <summary>What a template shows of it, in its order.</summary>
        public ReportView As(ReportTemplate template) => view.OnlyIndicators(template.Indicators) with
        {
            Plan = template.Sections.Contains(ReportSection.Plan) ? view.Plan : null,
            Worth = template.Sections.Contains(ReportSection.Worth) ? view.Worth : null,
            Comparisons = template.Sections.Contains(ReportSection.Comparisons) ? view.Comparisons : [],
        };

        /// <summary>Only some indicators, in the order in which they are named.</summary>
        public ReportView OnlyIndicators(IReadOnlyList<string> indicators)
        {
            var order = indicators.Index().ToDictionary(indicator => indicator.Item, indicator => indicator.Index);
            Indicator[] definitions = [.. view.Definitions.Where(definition => order.ContainsKey(definition.Id)).OrderBy(definition => order[definition.Id])];
            return view with
            {
                Figures = [.. from figure in view.Figures.Index() where order.ContainsKey(figure.Item.Indicator) orderby figure.Item.Dimension, figure.Item.Group, order[figure.Item.Indicator] select figure.Item],
                Definitions = [.. definitions],
                Sources = [.. view.Sources.Where(source => definitions.Any(definition => definition.Source == source.Id))],
            };
        }

        /// <summary>Only some divisions, besides all together.</summary>
        public ReportView OnlyBy(IReadOnlyCollection<Dimension> dimensions) =>
            view with { Figures = [.. view.Figures.Where(figure => figure.Dimension is Dimension.Total || dimensions.Contains(figure.Dimension))] };
    }
}
