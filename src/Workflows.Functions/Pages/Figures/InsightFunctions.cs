using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Figures;

/// <summary>What it is worth, on one page: for a coordinator of the own organisation, for a practice of its own patients, for a funder of whom it funds.</summary>
sealed class InsightFunctions(Screens screens, ReadableReports reports, CoordinatorStories stories)
{
    const string OrganisationQuery = "organisatie";
    const string PracticeQuery = "praktijk";
    const string YearQuery = "jaar";

    /// <summary>More divisions are in the yearly report.</summary>
    const string Divisions = "neighbourhood,month";

    static readonly string[] Files = ["html", "csv", "json"];

    /// <summary><c>GET /inzicht?organisatie=&amp;praktijk=&amp;jaar=</c>.</summary>
    [Function("ShowInsight")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "inzicht")] HttpRequest request, CancellationToken cancellation)
    {
        var (caller, language, errors) = (request.Caller, LanguageOfPages.Of(request), new FieldErrors());
        var filters = new Filters(request, OrganisationQuery, PracticeQuery, YearQuery);
        var query = Asked(filters, errors);
        var organisations = await reports.OrganisationsAsync(caller, cancellation: cancellation);
        var organisation = organisations.FirstOrDefault(one => query.Organisation is null || one.Id == query.Organisation);
        if (organisation is null && query.Organisation is not null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var report = organisation is null || errors.Any ? null : await reports.MakeAsync(caller, organisation, query, errors, cancellation);
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        var year = query.Year ?? report?.From.Year;
        return await screens.ShowAsync<InsightPage>(request, new
        {
            organisation?.Name,
            Years = report is null ? [] : await reports.WithYearsBeforeAsync(caller, organisation!, report, query, cancellation),
            Organisations = (IReadOnlyList<PageLink>)[.. organisations.Select(one => new PageLink(filters.With(OrganisationQuery, one.Id), one.Name, one == organisation))],
            Periods = organisation is null ? [] : (IReadOnlyList<PageLink>)[.. (await reports.YearsAsync(caller, organisation, cancellation)).Select(one => new PageLink(filters.With(YearQuery, Text(one)), Text(one), one == year))],
            Period = year is { } shown ? Text(shown) : null,
            Practices = caller.Role is Role.Coordinator ? (IReadOnlyList<Choice>)[.. organisation?.Practices.Select(practice => new Choice(practice.Agb, practice.Name)) ?? []] : [],
            query.Practice,
            Stories = caller.Role is Role.Coordinator && organisation is not null ? await StoriesAsync(organisation, language, cancellation) : null,
            Downloads = report is null ? [] : (IReadOnlyList<PageLink>)[.. Files.Select(format => new PageLink(FileOf(report, query, format), FigureTexts.T($"Insight.File.{format}", language)))],
        });
    }

    /// <summary>The way to what was shared, with how many wait to be read.</summary>
    async Task<PageLink> StoriesAsync(Organisation organisation, Language language, CancellationToken cancellation) =>
        new(StoryFunctions.Address, await stories.WaitingAsync(organisation.Id, cancellation) is > 0 and var waiting ? FigureTexts.T("Insight.StoriesWait", language, waiting) : FigureTexts.T("Insight.Stories", language));

    /// <summary>What the page's address asks for, in the words of the API.</summary>
    static ReportQuery Asked(Filters filters, FieldErrors errors) => ReportQuery.Read(
        new QueryCollection(new Dictionary<string, StringValues>
        {
            ["organisation"] = filters[OrganisationQuery],
            ["practice"] = filters[PracticeQuery],
            ["year"] = filters[YearQuery],
            ["by"] = Divisions,
        }),
        errors);

    /// <summary>The same report as a file, with everything that there is in it.</summary>
    static string FileOf(ReportView report, ReportQuery query, string format)
    {
        var address = new QueryBuilder { { "organisation", report.Organisation }, { "year", Text(report.From.Year) }, { "through", report.Through.ToString("yyyy-MM", CultureInfo.InvariantCulture) }, { "format", format } };
        if (query.Practice is { } practice)
        {
            address.Add("practice", practice);
        }

        return $"/api/insights/report{address}";
    }

    static string Text(int year) => year.ToString(CultureInfo.InvariantCulture);
}
