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
sealed class ReportFunctions(ReportDesk desk, DirectoryStore directory, Screens screens)
{
    /// <summary>How many years before stand beside a year.</summary>
    const int YearsBefore = 3;

    /// <summary><c>GET /api/insights/report?organisation=&amp;year=&amp;from=&amp;to=&amp;through=&amp;by=&amp;template=&amp;indicator=&amp;format=</c>.</summary>
    [Function("GetReport")]
    public async Task<IResult> GetReport([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/report")] HttpRequest request, CancellationToken cancellation)
    {
        var errors = new FieldErrors();
        var query = ReportQuery.Read(request.Query, errors);
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        var organisations = await ReadableAsync(request.Caller, query.Organisation, cancellation);
        if (organisations is [] && query.Organisation is not null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var reports = new List<(Organisation Organisation, ReportView View)>();
        foreach (var organisation in organisations)
        {
            if (await desk.MakeAsync(organisation, ReaderOf(request.Caller), query, errors, cancellation) is { } report)
            {
                reports.Add((organisation, report));
            }
        }

        request.HttpContext.Response.Headers.CacheControl = "no-store";
        return errors.Any ? Problem.With(errors) : query.Format switch
        {
            "csv" => Results.File(Encoding.UTF8.GetBytes(ReportCsv.Of(reports.Select(report => report.View))), "text/csv; charset=utf-8", "insights.csv"),
            "html" => await FileAsync(request, reports, query, cancellation),
            _ => Results.Json(new { catalogueVersion = IndicatorCatalogue.Current.Version, reports = reports.Select(report => report.View) }, ReferralJson.Edge),
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
    async Task<IResult> FileAsync(HttpRequest request, List<(Organisation Organisation, ReportView View)> reports, ReportQuery query, CancellationToken cancellation)
    {
        var shown = new List<IReadOnlyList<ReportView>>();
        foreach (var (organisation, view) in reports)
        {
            List<ReportView> years = [view];
            for (var back = 1; back <= YearsBefore && query.Months is null; back++)
            {
                var before = query with { Year = view.From.Year - back, Through = Rollups.Closing.LastOf(new(view.Through.Year - back, view.Through.Month, 1)) };
                if (await desk.MakeAsync(organisation, ReaderOf(request.Caller), before, new FieldErrors(), cancellation) is { } earlier)
                {
                    years.Add(earlier);
                }
            }

            shown.Add(years);
        }

        request.HttpContext.Response.Headers.ContentDisposition = "attachment; filename=\"insights.html\"";
        return await screens.ShowAsync<YearReportDocument>(request, new { Reports = shown });
    }

    /// <summary>Null for the organisation itself.</summary>
    static OutsideReader? ReaderOf(Caller caller) => caller.Role switch
    {
        Role.Referrer => new(caller.Practice),
        Role.Funder => OutsideReader.Funder,
        _ => null,
    };

    /// <summary>The organisations whose figures the caller may read, or the one that is named of them.</summary>
    async Task<IReadOnlyList<Organisation>> ReadableAsync(Caller caller, string? named, CancellationToken cancellation) =>
        [.. (await ReadableAsync(caller, cancellation)).Where(organisation => named is null || organisation.Id == named)];

    async Task<IEnumerable<Organisation>> ReadableAsync(Caller caller, CancellationToken cancellation)
    {
        switch (caller.Role)
        {
            case Role.Coordinator:
                return await directory.OrganisationAsync(caller.Organisation!, cancellation) is { } own ? [own] : [];
            case Role.Referrer:
                return (await directory.AllAsync(cancellation)).Organisations.Where(organisation => organisation.Practice(caller.Practice!) is not null);
            default:
                var funded = (await directory.SharedAsync(cancellation)).Funders.FirstOrDefault(funder => funder.Id == caller.Id)?.Organisations ?? [];
                return (await Task.WhenAll(funded.Select(id => directory.OrganisationAsync(id, cancellation)))).OfType<Organisation>();
        }
    }
}
