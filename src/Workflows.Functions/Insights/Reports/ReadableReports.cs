using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>The reports that a caller may read: a coordinator those of the own organisation, a practice those of its own patients, a funder what is published of whom it funds.</summary>
sealed class ReadableReports(ReportDesk desk, DirectoryStore directory)
{
    /// <summary>How many years before stand beside a year.</summary>
    const int YearsBefore = 3;

    /// <summary>The organisations whose figures the caller may read, or the one that is named of them.</summary>
    public async Task<IReadOnlyList<Organisation>> OrganisationsAsync(Caller caller, string? named = null, CancellationToken cancellation = default) =>
        [.. (await OrganisationsAsync(caller, cancellation)).Where(organisation => named is null || organisation.Id == named)];

    /// <inheritdoc cref="ReportDesk.MakeAsync"/>
    public Task<ReportView?> MakeAsync(Caller caller, Organisation organisation, ReportQuery query, FieldErrors errors, CancellationToken cancellation = default) =>
        desk.MakeAsync(organisation, ReaderOf(caller), query, errors, cancellation);

    /// <inheritdoc cref="ReportDesk.YearsAsync"/>
    public Task<IReadOnlyList<int>> YearsAsync(Caller caller, Organisation organisation, CancellationToken cancellation = default) => desk.YearsAsync(organisation, ReaderOf(caller), cancellation);

    /// <summary>The report of a year, followed by those of the years before as they stood as long after; latest first. Months stand alone.</summary>
    public async Task<IReadOnlyList<ReportView>> WithYearsBeforeAsync(Caller caller, Organisation organisation, ReportView report, ReportQuery query, CancellationToken cancellation = default)
    {
        List<ReportView> years = [report];
        for (var back = 1; back <= YearsBefore && query.Months is null; back++)
        {
            var before = query with { Year = report.From.Year - back, Through = Closing.LastOf(new(report.Through.Year - back, report.Through.Month, 1)) };
            if (await desk.FiguresAsync(organisation, ReaderOf(caller), before, new FieldErrors(), cancellation) is { } earlier)
            {
                years.Add(earlier);
            }
        }

        return years;
    }

    /// <summary>Null for the organisation itself.</summary>
    static OutsideReader? ReaderOf(Caller caller) => caller.Role switch
    {
        Role.Referrer => new(caller.Practice),
        Role.Funder => OutsideReader.Funder,
        _ => null,
    };

    async Task<IEnumerable<Organisation>> OrganisationsAsync(Caller caller, CancellationToken cancellation)
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
