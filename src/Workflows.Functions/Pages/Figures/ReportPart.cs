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

    /// <summary>Whether it is read in two minutes: fewer numbers stand beside each other then, and a figure opens its definition and its count.</summary>
    [CascadingParameter(Name = nameof(IsBrief))]
    public bool IsBrief { get; set; }

    /// <summary>The figures of all together that the report has, of these indicators and in this order.</summary>
    private protected IReadOnlyList<(FigureView Figure, Indicator Definition)> Totals(params IEnumerable<string> indicators) =>
        [.. indicators.Select(Report.Total).OfType<FigureView>().Select(figure => (figure, Report.Definition(figure.Indicator)))];

    private protected string Name(Indicator definition) => FigureTexts.Name(definition, Here.Language);

    private protected string Value(FigureView figure, Indicator definition) => FigureTexts.Value(figure, definition.Unit, Here.Language);

    private protected string Count(FigureView figure) => FigureTexts.Count(figure, Here.Language);

    private protected string Interval(FigureView figure) => FigureTexts.Interval(figure.Interval, Here.Language);

    /// <summary><c>61,9 % (52 van 84)</c>.</summary>
    private protected string InWords(FigureView figure, Indicator definition) => figure.IsHidden ? T("Hidden") : $"{Value(figure, definition)} ({Count(figure)})";
}
