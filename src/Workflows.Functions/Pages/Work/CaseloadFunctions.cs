using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Work;

/// <summary>A worker's list: what is offered, what waits for the worker and what waits for others, each in the order of its deadlines.</summary>
sealed class CaseloadFunctions(Screens screens, ListStore lists, ListedCases cases, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    const string GroupQuery = "toon";
    const string ForQuery = "voor";
    const string NamesQuery = "namen";

    /// <summary>More than a full caseload, so that whose turn it is goes before all deadlines.</summary>
    const int PageLength = 50;

    /// <summary><c>GET /werk?toon=&amp;voor=&amp;namen=&amp;na=</c>.</summary>
    [Function("ShowCaseload")]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "werk")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller;
        if (await directory.OrganisationAsync(caller.Organisation!, cancellation) is not { } organisation)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var filters = new Filters(request, GroupQuery, ForQuery, NamesQuery);
        var colleagues = ReferralAccess.StandsInFor(caller, organisation, AmsterdamTime.DayOf(clock.GetUtcNow()));
        var whose = colleagues.FirstOrDefault(worker => worker == filters[ForQuery]) ?? caller.Id;
        var only = CaseloadGroup.All.FirstOrDefault(group => group == filters[GroupQuery]);
        var withNames = filters[NamesQuery] == "1";
        var language = LanguageOfPages.Of(request);

        await trail.RecordAsync(AuditEvents.ListRead, caller, caller.Organisation);
        var page = await lists.ReadAsync(ReferralLists.OfWorker(organisation.Id, whose), PageLength, filters[Filters.After], cancellation);
        var rows = page.Rows.Select(ReferralJson.ReadListed).Where(row => only is null || GroupOf(row) == only).ToList();
        var items = await cases.OfAsync(rows, organisation, caller, withNames, language, cancellation);

        return await screens.ShowAsync<CaseloadPage>(request, new
        {
            For = whose == caller.Id ? null : NameOf(whose),
            Colleagues = colleagues.Count == 0 ? (IReadOnlyList<PageLink>)[] :
                [Link(T("Caseload.Mine"), whose == caller.Id, (ForQuery, null)), .. colleagues.Select(worker => Link(NameOf(worker), whose == worker, (ForQuery, worker)))],
            Filters = (IReadOnlyList<PageLink>)
                [Link(T("Group.all"), only is null, (GroupQuery, null)), .. CaseloadGroup.All.Select(group => Link(T($"Group.{group}"), only == group, (GroupQuery, group)))],
            Names = Link(T(withNames ? "Caseload.HideNames" : "Caseload.ShowNames"), false, (NamesQuery, withNames ? null : "1")),
            Groups = (IReadOnlyList<CaseloadGroup>)
            [
                .. from name in CaseloadGroup.All
                   let members = rows.Zip(items).Where(row => GroupOf(row.First) == name).Select(row => row.Second).ToList()
                   where members.Count > 0
                   select new CaseloadGroup(name, members),
            ],
            Next = page.After is { } after ? filters.With(Filters.After, after) : null,
        });

        string T(string name) => PageTexts.Of(typeof(CaseloadPage), name, language);
        string NameOf(string worker) => organisation.Worker(worker)?.Name ?? worker;
        string GroupOf(ListedReferral row) => CaseloadGroup.Of(row.Status, row.Turn, whose);
        PageLink Link(string text, bool isShown, (string Name, string? Value) change) => new(filters.With(change.Name, change.Value), text, isShown);
    }
}
