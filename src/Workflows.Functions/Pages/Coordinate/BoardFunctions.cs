using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.DeadLetters;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>The coordinator's board: what waits for whom, why and since when, and what helps.</summary>
sealed class BoardFunctions(Screens screens, ListStore lists, ListedCases cases, BoardTiles tiles, DeadLetterWatch deadLetters, DirectoryStore directory, AuditTrail trail)
{
    const string ViewQuery = "toon";
    const string WorkerQuery = "wie";
    const string NamesQuery = "namen";
    const int PageLength = 25;

    /// <summary><c>GET /regie?toon=&amp;wie=&amp;namen=&amp;na=</c>.</summary>
    [Function("ShowBoard")]
    public async Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "regie")] HttpRequest request, CancellationToken cancellation)
    {
        var caller = request.Caller;
        if (await directory.OrganisationAsync(caller.Organisation!, cancellation) is not { } organisation)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var filters = new Filters(request, ViewQuery, WorkerQuery, NamesQuery);
        var view = BoardView.Named(filters[ViewQuery]);
        var worker = view == BoardView.Workers && organisation.Worker(filters[WorkerQuery] ?? "") is { } known ? known : null;
        var withNames = filters[NamesQuery] == "1";
        var language = LanguageOfPages.Of(request);

        await trail.RecordAsync(AuditEvents.ListRead, caller, caller.Organisation);
        var glances = tiles.OfAsync(organisation.Id, view, AddressOf, cancellation);
        var aside = deadLetters.AnyAsync(cancellation);
        var page = await lists.ReadAsync(worker is null ? view.ListOf(organisation.Id) : ReferralLists.OfWorker(organisation.Id, worker.Id), PageLength, filters[Filters.After], cancellation);
        var rows = page.Rows.Select(ReferralJson.ReadListed).ToList();
        var items = await cases.OfAsync(rows, organisation, caller, withNames, language, cancellation);

        return await screens.ShowAsync<BoardPage>(request, new
        {
            Tiles = await glances,
            DeadLettersWait = await aside == true,
            View = view.Name,
            AsksForAttention = view == BoardView.All || view.Concern is not null,
            Tabs = (IReadOnlyList<PageLink>)[.. BoardView.Tabs.Select(tab => new PageLink(AddressOf(tab), T($"View.{tab.Name}"), tab == view || tab == BoardView.All && view.Concern is not null))],
            Names = new PageLink(filters.With(NamesQuery, withNames ? null : "1"), T(withNames ? "Board.HideNames" : "Board.ShowNames")),
            Workers = view == BoardView.Workers ? (IReadOnlyList<Choice>)[.. organisation.Workers.Where(one => one.Role == WorkerRole.Worker).Select(one => new Choice(one.Id, one.Name))] : [],
            Worker = worker?.Id,
            Items = (IReadOnlyList<BoardItem>)[.. rows.Zip(items, (row, item) => BoardItem.Of(item, row, organisation, view))],
            Next = page.After is { } after ? filters.With(Filters.After, after) : null,
        });

        string T(string name) => PageTexts.Of(typeof(BoardPage), name, language);
        string AddressOf(BoardView other) => new Filters(request, NamesQuery).With(ViewQuery, other == BoardView.All ? null : other.Name);
    }
}
