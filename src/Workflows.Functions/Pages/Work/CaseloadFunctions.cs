using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Work;

/// <summary>A worker's list: what is offered, what waits for the worker and what waits for others, each in the order of its deadlines.</summary>
sealed class CaseloadFunctions(Screens screens, ListStore lists, DossierStore dossiers, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    const string GroupQuery = "toon";
    const string ForQuery = "voor";
    const string NamesQuery = "namen";
    const string AfterQuery = "na";

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

        var colleagues = ReferralAccess.StandsInFor(caller, organisation, AmsterdamTime.DayOf(clock.GetUtcNow()));
        var whose = colleagues.FirstOrDefault(worker => worker == request.Query[ForQuery]) ?? caller.Id;
        var only = CaseloadGroup.All.FirstOrDefault(group => group == request.Query[GroupQuery]);
        var withNames = request.Query[NamesQuery] == "1";
        var language = LanguageOfPages.Of(request);

        await trail.RecordAsync(AuditEvents.ListRead, caller, caller.Organisation);
        var page = await lists.ReadAsync(ReferralLists.OfWorker(organisation.Id, whose), PageLength, request.Query[AfterQuery].FirstOrDefault(), cancellation);
        var rows = page.Rows.Select(ReferralJson.ReadListed).Where(row => only is null || GroupOf(row) == only).ToList();
        var names = withNames ? await NamesAsync(rows, caller, cancellation) : null;

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
                   let items = rows.Where(row => GroupOf(row) == name).Select(Item).ToList()
                   where items.Count > 0
                   select new CaseloadGroup(name, items),
            ],
            Next = page.After is { } after ? Link("", false, (AfterQuery, after)).Address : null,
        });

        string T(string name) => PageTexts.Of(typeof(CaseloadPage), name, language);
        string NameOf(string worker) => organisation.Worker(worker)?.Name ?? worker;
        string GroupOf(ListedReferral row) => CaseloadGroup.Of(row.Status, row.Turn, whose);
        PageLink Link(string text, bool isShown, (string Name, string? Value) change) => new(With(request, change.Name, change.Value), text, isShown);

        CaseloadItem Item(ListedReferral row) => new(
            row.Id, row.Status, CodeTexts.Reason(row.Status, row.StatusReason, language), organisation.Practice(row.Practice)?.Name ?? row.Practice, row.ReceivedAt, row.HandoverAt,
            row.Next?.Kind, row.Next?.At, row.Next?.Explanation?.In(language), names?.GetValueOrDefault(row.Id));
    }

    /// <summary>The same address with one parameter changed; another filter begins at the first page.</summary>
    static string With(HttpRequest request, string name, string? value)
    {
        var query = new QueryBuilder(
            from kept in (string[])[GroupQuery, ForQuery, NamesQuery]
            where kept != name && request.Query[kept].ToString().Length > 0
            select KeyValuePair.Create(kept, request.Query[kept].ToString()));
        if (value is not null)
        {
            query.Add(name, value);
        }

        return $"/werk{query}";
    }

    /// <summary>Whom the referrals are about. Each look at a name is recorded.</summary>
    async Task<IReadOnlyDictionary<string, string>> NamesAsync(IEnumerable<ListedReferral> rows, Caller caller, CancellationToken cancellation)
    {
        var names = await Task.WhenAll(rows.Select(async row =>
        {
            await trail.RecordAsync(AuditEvents.ClientRead, caller, caller.Organisation, row.Id);
            return (row.Id, Client: await dossiers.ReadAsync(row.Id, DossierSection.Client, cancellation));
        }));
        return names.Where(name => name.Client is not null).ToDictionary(name => name.Id, name => ClientCard.NameOf(DossierSections.Read<ClientDetails>(name.Client!)));
    }
}
