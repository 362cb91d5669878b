using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Administer;

/// <summary>The directory as people read it: the organisations, and of one the people with their load and absences.</summary>
sealed class OrganisationFunctions(Screens screens, DirectoryDoor door, DirectoryStore directory, ListStore lists, TimeProvider clock)
{
    /// <summary><c>GET /gids</c>: to one's own organisation, or to choose one.</summary>
    [Function("ShowDirectory")]
    public async Task<IResult> Directory([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids")] HttpRequest request, CancellationToken cancellation) =>
        request.Caller.Organisation is { } own
            ? new SeeOther($"/gids/{own}")
            : await screens.ShowAsync<DirectoryPage>(request, new
            {
                Organisations = (IReadOnlyList<OrganisationShown>)[.. (await directory.AllAsync(cancellation)).Organisations.Select(OrganisationShown.Of).OrderBy(organisation => organisation.Name)],
            });

    /// <summary><c>GET /gids/{organisation}</c>: its people.</summary>
    [Function("ShowPeople")]
    public Task<IResult> People([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}")] HttpRequest request, string organisation, CancellationToken cancellation) =>
        door.OpenAsync(request, organisation, async found => await screens.ShowAsync<PeoplePage>(request, new
        {
            Organisation = OrganisationShown.Of(found),
            People = (IReadOnlyList<PersonItem>)await Task.WhenAll(
                from worker in found.Workers orderby worker.Role, worker.Name select ItemAsync(worker, found, request.Caller, cancellation)),
        }));

    async Task<PersonItem> ItemAsync(Worker worker, Organisation organisation, Caller caller, CancellationToken cancellation)
    {
        var today = AmsterdamTime.DayOf(clock.GetUtcNow());
        return new(
            worker.Id,
            worker.Name,
            worker.Role == WorkerRole.Coordinator,
            worker.Role == WorkerRole.Coordinator ? 0 : await lists.CountAsync(ReferralLists.OfWorker(organisation.Id, worker.Id), worker.Capacity + PersonItem.MostTooMany, cancellation),
            worker.Capacity,
            AbsenceItem.Of(worker, organisation, today),
            caller.Role == Role.Coordinator ? $"/regie?toon=welzijnscoach&wie={worker.Id}" : null);
    }
}

/// <summary>Somebody of the organisation.</summary>
/// <param name="Id">In the directory.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="IsCoordinator">Whether it is a coordinator, who takes no referrals.</param>
/// <param name="Caseload">How many referrals this worker has or is asked about, counted to <see cref="MostTooMany"/> above the capacity.</param>
/// <param name="Capacity">How many there is room for.</param>
/// <param name="Absences">Those that have not passed.</param>
/// <param name="Cases">Where the referrals are listed; null for who may not see them.</param>
public sealed record PersonItem(string Id, string Name, bool IsCoordinator, int Caseload, int Capacity, IReadOnlyList<AbsenceItem> Absences, string? Cases)
{
    /// <summary>Who has so many too many does not count them.</summary>
    public const int MostTooMany = 25;

    /// <summary>Whether there may be more than were counted.</summary>
    public bool MayHaveMore => Caseload >= Capacity + MostTooMany;
}
