using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Figures;

/// <summary>Figures in words: numbers as the reader writes them, and codes as people call them.</summary>
static class FigureTexts
{
    public static string Name(Indicator definition, Language language) => definition.Name.In(language);

    /// <summary><c>2026</c>, or <c>maart 2026 – april 2026</c>.</summary>
    public static string Period(ReportView report, Language language) => report is { From.Month: 1, To.Month: 12 } && report.From.Year == report.To.Year
        ? $"{report.From.Year}"
        : T("Between", language, Month(report.From, language), Month(report.To, language));

    /// <summary>The value of a figure with its unit; that it is hidden, or that there is none.</summary>
    public static string Value(FigureView? figure, Unit unit, Language language) =>
        figure is null ? T("None", language) : figure.IsHidden ? T("Hidden", language) : Value(figure.Value, unit, language);

    public static string Value(decimal? value, Unit unit, Language language) =>
        value is { } number ? T(number == 1 && unit is (Unit.Days or Unit.Visits) ? $"Unit.{unit}.One" : $"Unit.{unit}", language, Number(number, language)) : T("None", language);

    /// <summary><c>52 van 84</c>: the count behind a figure.</summary>
    public static string Count(FigureView? figure, Language language) =>
        figure is { IsHidden: false, Numerator: { } counted, Denominator: { } all } ? T("Count", language, Number(counted, language), Number(all, language)) : T("None", language);

    /// <summary><c>48,1 – 73,6</c>.</summary>
    public static string Interval(Interval? interval, Language language) =>
        interval is { } between ? T("Between", language, Number((decimal)between.Low, language), Number((decimal)between.High, language)) : T("None", language);

    /// <summary>Euros in whole numbers: more would pretend to know more.</summary>
    public static string Euros(decimal low, decimal high, Language language) => low == high
        ? T("Euros", language, Math.Round(low).ToString("N0", language.Culture))
        : T("Euros.Between", language, Math.Round(low).ToString("N0", language.Culture), Math.Round(high).ToString("N0", language.Culture));

    public static string Number(decimal number, Language language) => number.ToString("#,0.#", language.Culture).Replace('-', '−');

    public static string Month(DateOnly month, Language language) => month.ToString("MMMM yyyy", language.Culture);

    /// <summary>What a group is called.</summary>
    public static string Group(Dimension dimension, string group, Language language) => (dimension, group) switch
    {
        (_, Profile.NotKnown) => T("Unknown", language),
        (Dimension.StartMonth, "none") => T("NotStarted", language),
        (Dimension.Programme, "none") => T("NoProgramme", language),
        (Dimension.Programme, _) => group.Replace("+", " + ", StringComparison.Ordinal),
        (Dimension.AgeBand, "80-plus") => T("EightyPlus", language),
        (Dimension.ReasonGroup, _) => ProfileClasses.Current.ReasonGroups.FirstOrDefault(known => known.Id == group)?.Text.In(language) ?? group,
        _ => group,
    };

    /// <summary>What the reason of an end is called; one that is not known is shown as it is.</summary>
    public static string Reason(string code, Language language) =>
        code == "notStated" ? T("NotStated", language)
        : Named<OutcomeReason>(code, language) ?? Named<RejectReason>(code, language) ?? Named<CancelReason>(code, language) ?? code;

    /// <summary>Who pays; a funder that is not known is shown as its code.</summary>
    public static string Funder(string funder, Language language) => PageTexts.Find(typeof(FigureTexts), $"Funder.{funder}", language) ?? funder;

    /// <summary>A text of this folder.</summary>
    public static string T(string name, Language language, params ReadOnlySpan<object?> values) => PageTexts.Of(typeof(FigureTexts), name, language, values);

    static string? Named<T>(string code, Language language)
        where T : struct, Enum => Enum.TryParse<T>(code, ignoreCase: true, out var reason) && Enum.IsDefined(reason) ? CodeTexts.Of(reason, language) : null;
}
