using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Pages.Administer;

/// <summary>The pathway versions: read clearly, in and out as files, and with what each means in days for a referral that is received today.</summary>
sealed class PathwayFunctions(Screens screens, DirectoryDoor door, DirectoryDesk desk, TimeProvider clock)
{
    public const string FileField = "bestand";
    public const string JsonField = "json";

    static readonly DirectoryPart Pathways = DirectoryPart.Find("pathways")!;

    /// <summary><c>GET /gids/{organisation}/werkprocessen</c>.</summary>
    [Function("ShowPathways")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/werkprocessen")] HttpRequest request, string organisation) =>
        door.OpenAsync(request, organisation, found => ShowAllAsync(request, found, FormState.New(), []));

    /// <summary><c>POST /gids/{organisation}/werkprocessen</c>: with a file it is looked at, and stored when somebody who saw what it means sends it again.</summary>
    [Function("SendPathway")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/werkprocessen")] HttpRequest request,
        string organisation,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            var language = LanguageOfPages.Of(request);
            var stored = form[JsonField].ToString();
            var json = stored.Length > 0 ? stored : await TextOfAsync(form.Files[FileField], cancellation);
            if (string.IsNullOrWhiteSpace(json))
            {
                return await ShowAllAsync(request, found, new(form.ToDictionary(), [ErrorAt(PageTexts.Of(typeof(PathwaysPage), "Error.File", language), language)]), [], StatusCodes.Status422UnprocessableEntity);
            }

            var reading = PathwayFile.Read(json);
            if (reading.Pathway is not { } pathway)
            {
                return await ShowAllAsync(
                    request,
                    found,
                    new(form.ToDictionary(), [ErrorAt(PageTexts.Of(typeof(PathwaysPage), "Error.Lines", language, reading.Problems.Count), language)]),
                    [.. reading.Problems.Select(problem => PathwayFault.Of(problem, json, language))],
                    StatusCodes.Status422UnprocessableEntity);
            }

            var version = PathwayItem.VersionOf(pathway.Id, pathway.Version);
            if (PathwayItem.Find(found, version) is { } standing && standing != pathway)
            {
                return await ShowAllAsync(request, found, new(form.ToDictionary(), [ErrorAt(DirectoryRules.PathwayVersionFixed.Text.In(language), language)]), [], StatusCodes.Status422UnprocessableEntity);
            }

            if (stored.Length == 0)
            {
                return await ShowOneAsync(request, found, pathway, json);
            }

            var outcome = await desk.PutPartAsync(found.Id, Pathways, version, JsonBody.Parse(Encoding.UTF8.GetBytes(json)).Root, client, shown: null, cancellation);
            return outcome.Problem ?? (IResult)new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/werkprocessen/{version}", DirectoryNotices.Pathway));
        });

    /// <summary><c>GET /gids/{organisation}/werkprocessen/{version}</c>.</summary>
    [Function("ShowPathway")]
    public Task<IResult> ShowOne([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/werkprocessen/{version}")] HttpRequest request, string organisation, string version) =>
        door.OpenAsync(request, organisation, async found => PathwayItem.Find(found, version) is { } pathway ? await ShowOneAsync(request, found, pathway, json: null) : Problem.Of(ProblemKind.NotFound));

    /// <summary><c>GET /gids/{organisation}/werkprocessen/{version}/bestand</c>: the file, for this or another organisation to make the next version of.</summary>
    [Function("DownloadPathway")]
    public Task<IResult> Download(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/werkprocessen/{version}/bestand")] HttpRequest request, string organisation, string version) =>
        door.OpenAsync(request, organisation, found => Task.FromResult(PathwayItem.Find(found, version) is { } pathway
            ? Results.File(Encoding.UTF8.GetBytes(PathwayFile.Write(pathway)), "application/json; charset=utf-8", $"{version}.json")
            : Problem.Of(ProblemKind.NotFound)));

    static FormError ErrorAt(string text, Language language) => new(FileField, PageTexts.Of(typeof(PathwaysPage), "Field.bestand", language), text);

    static async Task<string?> TextOfAsync(IFormFile? file, CancellationToken cancellation)
    {
        if (file is null)
        {
            return null;
        }

        using var reader = new StreamReader(file.OpenReadStream(), Encoding.UTF8);
        return await reader.ReadToEndAsync(cancellation);
    }

    Task<IResult> ShowAllAsync(HttpRequest request, Organisation organisation, FormState form, IReadOnlyList<PathwayFault> faults, int status = StatusCodes.Status200OK) => screens.ShowAsync<PathwaysPage>(
        request,
        new { Organisation = OrganisationShown.Of(organisation), Pathways = PathwayItem.AllOf(organisation, LanguageOfPages.Of(request)), Form = form, Faults = faults },
        status);

    /// <param name="request">Who looks.</param>
    /// <param name="organisation">Whose it is.</param>
    /// <param name="pathway">The version.</param>
    /// <param name="json">The file, where it is not stored yet.</param>
    Task<IResult> ShowOneAsync(HttpRequest request, Organisation organisation, Pathway pathway, string? json)
    {
        var language = LanguageOfPages.Of(request);
        var effective = pathway with { ClosingDays = [.. pathway.ClosingDays.Union(organisation.ClosingDays)] };
        return screens.ShowAsync<PathwayPage>(request, new
        {
            Organisation = OrganisationShown.Of(organisation),
            Name = pathway.Name.In(language),
            Label = pathway.VersionLabel,
            Version = PathwayItem.VersionOf(pathway.Id, pathway.Version),
            Facts = (IReadOnlyList<PathwayFacts>)[.. PathwayFacts.Of(pathway, language).Where(facts => facts.Rules.Count > 0)],
            Phases = (IReadOnlyList<PhaseShown>)
            [
                .. from phase in DeadlinePreview.Of(effective, clock.GetUtcNow())
                   select new PhaseShown($"{phase.Status}", [.. phase.Deadlines.Select(deadline => new DeadlineItem(deadline.Kind, deadline.At, deadline.Explanation?.In(language)))]),
            ],
            Json = json,
            Done = json is null ? DirectoryNotices.Of(request) : null,
        });
    }
}

/// <summary>What is wrong with a file.</summary>
/// <param name="Line">On which line, counted from 1.</param>
/// <param name="Text">What stands there.</param>
/// <param name="What">What is wrong, and what is accepted.</param>
public sealed record PathwayFault(int Line, string Text, string What)
{
    internal static PathwayFault Of(PathwayProblem problem, string json, Language language) =>
        new(problem.Line, json.Split('\n').ElementAtOrDefault(problem.Line - 1)?.Trim() ?? "", problem.Detail.In(language));
}

/// <summary>A phase of a referral's life, as it would begin today.</summary>
/// <param name="Name">The name of its text.</param>
/// <param name="Deadlines">Earliest first.</param>
public sealed record PhaseShown(string Name, IReadOnlyList<DeadlineItem> Deadlines);
