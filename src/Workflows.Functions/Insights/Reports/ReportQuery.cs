using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>Which report somebody asks for.</summary>
/// <param name="Organisation">Only of this one; null for all that the caller may read.</param>
/// <param name="Practice">Only of the patients of this practice, by its AGB code; null for all.</param>
/// <param name="Year">Of whoever was received in a year; null for the latest there is, or for months.</param>
/// <param name="Months">Of whoever was received from a month to another; null for a year.</param>
/// <param name="Through">As they stood at the end of a month, by its last day; null for the latest there is.</param>
/// <param name="By">By what the figures are divided; null for what is usual.</param>
/// <param name="Template">The id of a template; null for all figures.</param>
/// <param name="Indicator">Only this figure; null for all.</param>
/// <param name="Format">json, csv or html.</param>
sealed record ReportQuery(string? Organisation, string? Practice, int? Year, (DateOnly From, DateOnly To)? Months, DateOnly? Through, ValueList<Dimension>? By, string? Template, string? Indicator, string Format)
{
    static readonly string[] Formats = ["json", "csv", "html"];

    public static ReportQuery Read(IQueryCollection query, FieldErrors errors)
    {
        var (year, from, to) = (YearOf(query, errors), MonthOf(query, "from", errors), MonthOf(query, "to", errors));
        if (year is not null && (from ?? to) is not null || from is null != to is null || from > to)
        {
            errors.Add("/from", ReportRules.YearOrMonths);
        }

        if (Given(query, "indicator") is { } indicator && IndicatorCatalogue.Current.Find(indicator) is null)
        {
            errors.Add("/indicator", ReportRules.UnknownIndicator);
        }

        var format = Given(query, "format") ?? Formats[0];
        if (!Formats.Contains(format))
        {
            errors.Add("/format", FieldRules.NotAccepted, string.Join(", ", Formats));
        }

        return new(
            Given(query, "organisation"), Given(query, "practice"), year, from is { } first && to is { } last ? (first, last) : null, MonthOf(query, "through", errors) is { } through ? Rollups.Closing.LastOf(through) : null,
            DimensionsOf(query, errors), Given(query, "template"), Given(query, "indicator"), format);
    }

    /// <summary>The months of receipt, looked at through a day.</summary>
    public Period PeriodThrough(DateOnly through) => Months is var (from, to)
        ? new(from, to, through)
        : new(new(Year ?? through.Year, 1, 1), new(Year ?? through.Year, 12, 1), through);

    static int? YearOf(IQueryCollection query, FieldErrors errors) =>
        Given(query, "year") is not { } text ? null
        : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && year is >= 2000 and <= 2100 ? year
        : errors.Refuse<int?>("/year", ReportRules.NotAYear);

    static DateOnly? MonthOf(IQueryCollection query, string name, FieldErrors errors) =>
        Given(query, name) is not { } text ? null
        : DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) && month.Year is >= 2000 and <= 2100 ? month
        : errors.Refuse<DateOnly?>($"/{name}", ReportRules.NotAMonth);

    static ValueList<Dimension>? DimensionsOf(IQueryCollection query, FieldErrors errors)
    {
        if (Given(query, "by") is not { } text)
        {
            return null;
        }

        var known = Enum.GetValues<Dimension>().Where(dimension => dimension is not Dimension.Total).ToDictionary(Code.Of);
        string[] named = text.Split(',');
        return Array.TrueForAll(named, known.ContainsKey)
            ? [.. named.Select(name => known[name]).Distinct()]
            : errors.Refuse<ValueList<Dimension>>("/by", FieldRules.NotAccepted, string.Join(", ", known.Keys));
    }

    static string? Given(IQueryCollection query, string name) => query[name].FirstOrDefault() is { Length: > 0 } value ? value : null;
}
