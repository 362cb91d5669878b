using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Administer;

/// <summary>Somebody of an organisation: capacity, neighbourhoods, themes, where notices go. A change takes effect as one by the API does.</summary>
sealed class PersonFunctions(Screens screens, DirectoryDoor door, DirectoryDesk desk, TimeProvider clock)
{
    public const string VersionField = "version";

    internal static DirectoryPart Workers { get; } = DirectoryPart.Find("workers")!;

    /// <summary><c>GET /gids/{organisation}/nieuw</c>.</summary>
    [Function("AskForNewPerson")]
    public Task<IResult> AskForNew([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/nieuw")] HttpRequest request, string organisation) =>
        door.OpenAsync(request, organisation, found => ShowAsync(request, found, null, FormState.New(("role", "worker"), ("capacity", "25"))));

    /// <summary><c>POST /gids/{organisation}/nieuw</c>.</summary>
    [Function("SendNewPerson")]
    public Task<IResult> SendNew(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/nieuw")] HttpRequest request, string organisation, [DurableClient] DurableTaskClient client, CancellationToken cancellation) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            var (id, language) = (form[PersonForm.Id].ToString().Trim(), LanguageOfPages.Of(request));
            var outcome = await desk.PutPartAsync(found.Id, Workers, id, PersonForm.Body(form, id, []), client, shown: DirectoryVersion.Of(null), cancellation);
            return outcome.Problem switch
            {
                null => new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/mensen/{id}", DirectoryNotices.Person)),
                { Errors.Count: > 0 } problem => await ShowAsync(request, found, null, new(form.ToDictionary(), PersonForm.Errors(problem, language)), StatusCodes.Status422UnprocessableEntity),
                { Kind: var kind } when kind == ProblemKind.Conflict =>
                    await ShowAsync(request, found, null, new(form.ToDictionary(), [PersonForm.ErrorAt(PersonForm.Id, PageTexts.Of(typeof(PersonForm), "Error.IdTaken", language), language)]), StatusCodes.Status409Conflict),
                var problem => problem,
            };
        });

    /// <summary><c>GET /gids/{organisation}/mensen/{id}</c>.</summary>
    [Function("AskForPerson")]
    public Task<IResult> Ask([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/mensen/{id}")] HttpRequest request, string organisation, string id) =>
        door.OpenAsync(request, organisation, async found => found.Worker(id) is { } worker
            ? await ShowAsync(request, found, worker, new(PersonForm.Values(worker), []))
            : Problem.Of(ProblemKind.NotFound));

    /// <summary><c>POST /gids/{organisation}/mensen/{id}</c>.</summary>
    [Function("SendPerson")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/mensen/{id}")] HttpRequest request,
        string organisation,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            if (found.Worker(id) is not { } worker)
            {
                return Problem.Of(ProblemKind.NotFound);
            }

            var outcome = await desk.PutPartAsync(found.Id, Workers, id, PersonForm.Body(form, id, worker.Absences), client, form[VersionField], cancellation);
            return outcome.Problem switch
            {
                null => new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/mensen/{id}", DirectoryNotices.Person)),
                { Errors.Count: > 0 } problem =>
                    await ShowAsync(request, found, worker, new(form.ToDictionary(), PersonForm.Errors(problem, LanguageOfPages.Of(request))), StatusCodes.Status422UnprocessableEntity),
                { Kind: var kind } when kind == ProblemKind.Conflict && await door.AgainAsync(found, cancellation) is var now && now.Worker(id) is { } changed =>
                    await ShowAsync(request, now, changed, new(form.ToDictionary(), []), StatusCodes.Status409Conflict),
                var problem => problem,
            };
        });

    Task<IResult> ShowAsync(HttpRequest request, Organisation organisation, Worker? worker, FormState form, int status = StatusCodes.Status200OK) => screens.ShowAsync<PersonPage>(
        request,
        new
        {
            Organisation = OrganisationShown.Of(organisation),
            Id = worker?.Id,
            Name = worker?.Name,
            Form = form,
            Version = worker is null ? "" : Workers.VersionOf(organisation, worker.Id),
            KnownThemes = worker is null ? (IReadOnlyList<string>)[] : [.. worker.Themes],
            Absences = worker is null ? [] : AbsenceItem.Of(worker, organisation, AmsterdamTime.DayOf(clock.GetUtcNow())),
            Done = status == StatusCodes.Status200OK ? DirectoryNotices.Of(request) : null,
            IsOvertaken = status == StatusCodes.Status409Conflict && worker is not null,
        },
        status);
}
