using Microsoft.AspNetCore.Components;
using Workflows.Functions.Insights.Reports;
using Workflows.Referrals.Insights;

namespace Workflows.Functions.Pages.Figures;

/// <summary>A part of a report.</summary>
public abstract class ReportPart : Localized
{
    /// <summary>The report.</summary>
    [Parameter, EditorRequired]
    public ReportView Report { get; set; } = null!;

    /// <summary>The figures of all together that the report has, of these indicators and in this order.</summary>
    private protected IReadOnlyList<(FigureView Figure, Indicator Definition)> Totals(params IEnumerable<string> indicators) =>
        [.. indicators.Select(Report.Total).OfType<FigureView>().Select(figure => (figure, Report.Definition(figure.Indicator)))];

    private protected string Name(Indicator definition) => FigureTexts.Name(definition, Here.Language);

    private protected string Value(FigureView figure, Indicator definition) => FigureTexts.Value(figure, definition.Unit, Here.Language);

    private protected string Count(FigureView figure) => FigureTexts.Count(figure, Here.Language);

    private protected string Interval(FigureView figure) => figure.IsHidden ? T("Hidden") : FigureTexts.Interval(figure.Interval, Here.Language);
}
