using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Matching;

namespace Workflows.Functions.Pages.Administer;

/// <summary>When somebody is away and who stands in: entered, changed, ended. The referrals of who is away after it hear of it at once, as by the API.</summary>
sealed class AbsenceFunctions(Screens screens, DirectoryDoor door, DirectoryDesk desk, TimeProvider clock)
{
    public const string EndField = "end";

    static readonly string[] Fields = ["from", "until", "deputy"];

    /// <summary><c>GET /gids/{organisation}/mensen/{id}/afwezigheid/{number?}</c>: a new one, or one that stands.</summary>
    [Function("AskForAbsence")]
    public Task<IResult> Ask(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/mensen/{id}/afwezigheid/{number?}")] HttpRequest request, string organisation, string id, string? number = null) =>
        door.OpenAsync(request, organisation, async found => Find(found, id, number) is var (worker, absence)
            ? await ShowAsync(request, found, worker, number, FormState.New(("from", Text(absence?.From)), ("until", Text(absence?.Until)), ("deputy", absence?.Deputy)))
            : Problem.Of(ProblemKind.NotFound));

    /// <summary><c>POST /gids/{organisation}/mensen/{id}/afwezigheid/{number?}</c>.</summary>
    [Function("SendAbsence")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/mensen/{id}/afwezigheid/{number?}")] HttpRequest request,
        string organisation,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation,
        string? number = null) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            if (Find(found, id, number) is not var (worker, absence))
            {
                return Problem.Of(ProblemKind.NotFound);
            }

            var absences = JsonSerializer.SerializeToNode(worker.Absences, DirectoryJson.Options)!.AsArray();
            var place = absence is null ? absences.Count : int.Parse(number!, CultureInfo.InvariantCulture);
            Put(absences, place, form.ContainsKey(EndField) ? Ended(absence) : Filled(form));
            var body = JsonSerializer.SerializeToNode(worker, DirectoryJson.Options)!;
            body["absences"] = absences;

            var outcome = await desk.PutPartAsync(found.Id, PersonFunctions.Workers, id, JsonSerializer.SerializeToElement(body), client, form[PersonFunctions.VersionField], cancellation);
            return outcome.Problem switch
            {
                null => new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/mensen/{id}", DirectoryNotices.Absence)),
                { Errors.Count: > 0 } problem => await ShowAsync(request, found, worker, number, new(form.ToDictionary(), Errors(problem, LanguageOfPages.Of(request))), StatusCodes.Status422UnprocessableEntity),
                { Kind: var kind } when kind == ProblemKind.Conflict && await door.AgainAsync(found, cancellation) is var now && Find(now, id, number) is var (changed, _) =>
                    await ShowAsync(request, now, changed, number, new(form.ToDictionary(), []), StatusCodes.Status409Conflict),
                var problem => problem,
            };
        });

    /// <summary>The worker, and the absence of that number; without a number no absence yet. Null when there is no such worker or number.</summary>
    static (Worker Worker, Absence? Absence)? Find(Organisation organisation, string id, string? number) =>
        organisation.Worker(id) is not { } worker ? null
        : number is null ? (worker, null)
        : int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var place) && place < worker.Absences.Count ? (worker, worker.Absences[place])
        : null;

    /// <summary>The same absence entered twice is one.</summary>
    static void Put(JsonArray absences, int place, JsonNode? absence)
    {
        if (place < absences.Count)
        {
            absences.RemoveAt(place);
        }

        if (absence is not null && !absences.Any(other => JsonNode.DeepEquals(other, absence)))
        {
            absences.Insert(Math.Min(place, absences.Count), absence);
        }
    }

    /// <summary>Who is back today was away until yesterday; what had not begun was never.</summary>
    JsonNode? Ended(Absence? absence)
    {
        var yesterday = AmsterdamTime.DayOf(clock.GetUtcNow()).AddDays(-1);
        return absence is null || absence.From > yesterday ? null : JsonSerializer.SerializeToNode(absence with { Until = yesterday }, DirectoryJson.Options);
    }

    static JsonObject Filled(IFormCollection form) => new() { ["from"] = Day(form["from"]), ["until"] = Day(form["until"]), ["deputy"] = form["deputy"] is [{ Length: > 0 } deputy] ? deputy : null };

    static string? Day(StringValues typed) => TypedDates.DayOf(typed) is { } day ? Text(day) : string.IsNullOrWhiteSpace(typed) ? null : typed.ToString();

    static string? Text(DateOnly? day) => day?.ToString("O", CultureInfo.InvariantCulture);

    static IReadOnlyList<FormError> Errors(Problem problem, Language language) =>
    [
        .. from error in problem.Errors
           let field = Fields.FirstOrDefault(field => error.Pointer.EndsWith($"/{field}", StringComparison.Ordinal)) ?? "from"
           group error by field into wrong
           orderby Array.IndexOf(Fields, wrong.Key)
           select new FormError(wrong.Key, PageTexts.Of(typeof(AbsencePage), $"Field.{wrong.Key}", language), FieldTexts.Of(wrong.First(), language)),
    ];

    Task<IResult> ShowAsync(HttpRequest request, Organisation organisation, Worker worker, string? number, FormState form, int status = StatusCodes.Status200OK) => screens.ShowAsync<AbsencePage>(
        request,
        new
        {
            Organisation = OrganisationShown.Of(organisation),
            worker.Id,
            worker.Name,
            Number = number,
            Form = form,
            Version = PersonFunctions.Workers.VersionOf(organisation, worker.Id),
            Deputies = (IReadOnlyList<Choice>)[.. from other in organisation.Workers where other.Id != worker.Id && other.Role == worker.Role orderby other.Name select new Choice(other.Id, other.Name)],
            IsOvertaken = status == StatusCodes.Status409Conflict,
        },
        status);
}
