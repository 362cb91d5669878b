using System.Globalization;
using System.Text;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>Reports as CSV: one line for each figure, and one more for each of its parts. Codes and ids only, so that the files of several organisations are put under each other as they are.</summary>
static class ReportCsv
{
    public const string Header =
        "organisation,from,to,through,catalogueVersion,dimension,group,indicator,indicatorVersion,unit,design,part,denominator,numerator,value,low,high,firstQuartile,thirdQuartile,missing,better,worstCase,bestCase,hidden\r\n";

    public static string Of(IEnumerable<ReportView> reports)
    {
        var csv = new StringBuilder(Header);
        foreach (var (report, figure) in reports.SelectMany(report => report.Figures.Select(figure => (report, figure))))
        {
            csv.Append(Line(report, figure, null, figure.Numerator));
            foreach (var part in figure.Parts)
            {
                csv.Append(Line(report, figure, part.Value, part.Count));
            }
        }

        return csv.ToString();
    }

    static string Line(ReportView report, FigureView figure, string? part, int? counted)
    {
        var (definition, whole) = (report.Definition(figure.Indicator), part is null ? figure : null);
        return CsvLine.Of(
        [
            report.Organisation, Month(report.From), Month(report.To), report.Through.ToString("O", CultureInfo.InvariantCulture), CsvLine.Number<int>(report.CatalogueVersion),
            Code.Of(figure.Dimension), figure.Group, figure.Indicator, CsvLine.Number<int>(figure.Version), Code.Of(definition.Unit), Code.Of(definition.Design), part,
            CsvLine.Number(figure.Denominator), CsvLine.Number(counted), CsvLine.Number(whole?.Value), .. Ends(whole?.Interval), .. Ends(whole?.Quartiles), CsvLine.Number(whole?.Missing),
            CsvLine.Number(whole?.Better), .. Ends(whole?.DropOuts), figure.IsHidden ? "true" : "false",
        ]);
    }

    static string?[] Ends(Interval? interval) => [CsvLine.Number(interval?.Low), CsvLine.Number(interval?.High)];

    static string Month(DateOnly month) => month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
