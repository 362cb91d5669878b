using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.Figures;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Insights;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>What it is worth, for those who may know: a coordinator reads the own organisation's figures, a practice those of its own patients, a funder what is published of whom it funds.</summary>
sealed class ReportFunctions(ReadableReports reports, Screens screens)
{
    /// <summary><c>GET /api/insights/report?organisation=&amp;practice=&amp;year=&amp;from=&amp;to=&amp;through=&amp;by=&amp;template=&amp;indicator=&amp;format=</c>.</summary>
    [Function("GetReport")]
    public async Task<IResult> GetReport([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/report")] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var query = ReportQuery.Read(request.Query, errors);
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        var organisations = await reports.OrganisationsAsync(request.Caller, query.Organisation, cancellation);
        if (organisations is [] && query.Organisation is not null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var made = new List<(Organisation Organisation, ReportView View)>();
        foreach (var organisation in organisations)
        {
            if (await reports.MakeAsync(request.Caller, organisation, query, errors, cancellation) is { } report)
            {
                made.Add((organisation, report));
            }
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return errors.Any ? Problem.With(errors) : query.Format switch
        {
            "csv" => Results.File(Encoding.UTF8.GetBytes(ReportCsv.Of(made.Select(report => report.View))), "text/csv; charset=utf-8", "insights.csv"),
            "html" => await FileAsync(request, made, query, cancellation),
            _ => Results.Json(new { catalogueVersion = IndicatorCatalogue.Current.Version, reports = made.Select(report => report.View) }, ReferralJson.Edge),
        };
    }

    /// <summary><c>GET /api/insights/indicators</c>: the definition of every figure.</summary>
    [Function("GetIndicators")]
    public static IResult GetIndicators([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/indicators")] HttpRequest request) =>
        Results.Json(IndicatorCatalogue.Current, ReferralJson.Edge);

    /// <summary><c>GET /api/report-templates</c>: the templates that come with the product, as files from which an organisation makes versions of its own.</summary>
    [Function("GetReportTemplates")]
    public static IResult GetTemplates([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/report-templates")] HttpRequest request) =>
        Results.Json(ReportTemplate.Shipped, ReferralJson.Edge);

    /// <summary>The reports as a file to keep, with the years before as they stood as long after.</summary>
    async Task<IResult> FileAsync(HttpRequest request, List<(Organisation Organisation, ReportView View)> made, ReportQuery query, CancellationToken cancellation)
    {
        var shown = new List<IReadOnlyList<ReportView>>();
        foreach (var (organisation, view) in made)
        {
            shown.Add(await reports.WithYearsBeforeAsync(request.Caller, organisation, view, query, cancellation));
        }

        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"insights.html\"";
        return await screens.ShowAsync<YearReportDocument>(request, new { Reports = shown });
    }
}
