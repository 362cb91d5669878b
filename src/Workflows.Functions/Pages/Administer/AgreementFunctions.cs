using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Pages.Parts;
using Workflows.Functions.Problems;
using Workflows.Referrals.Vocabulary;

namespace Workflows.Functions.Pages.Administer;

/// <summary>What the organisation agreed with which practice, read clearly; which pathway new referrals follow is chosen here.</summary>
sealed class AgreementFunctions(Screens screens, DirectoryDoor door, DirectoryDesk desk)
{
    public const string PathwayField = "pathway";

    static readonly DirectoryPart Agreements = DirectoryPart.Find("agreements")!;

    /// <summary><c>GET /gids/{organisation}/afspraken</c>.</summary>
    [Function("ShowAgreements")]
    public Task<IResult> Show([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "gids/{organisation}/afspraken")] HttpRequest request, string organisation) =>
        door.OpenAsync(request, organisation, found => ShowAsync(request, found));

    /// <summary><c>POST /gids/{organisation}/afspraken/{practice}</c>: the pathway version with which new referrals of the practice start.</summary>
    [Function("SendAgreement")]
    public Task<IResult> Send(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "gids/{organisation}/afspraken/{practice}")] HttpRequest request,
        string organisation,
        string practice,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation) =>
        door.TakeAsync(request, organisation, async (found, form) =>
        {
            if (found.AgreementWith(practice) is not { } agreement)
            {
                return Problem.Of(ProblemKind.NotFound);
            }

            var body = JsonSerializer.SerializeToNode(agreement.WithoutSecrets(), DirectoryJson.Options)!;
            body["pathway"] = PathwayOf(form[PathwayField].ToString());
            var outcome = await desk.PutPartAsync(found.Id, Agreements, practice, JsonSerializer.SerializeToElement(body), client, form[PersonFunctions.VersionField], cancellation);
            return outcome.Problem is not { } problem ? new SeeOther(DirectoryNotices.Address($"/gids/{found.Id}/afspraken", DirectoryNotices.Agreement))
                : problem.Kind == ProblemKind.Conflict ? await ShowAsync(request, await door.AgainAsync(found, cancellation), StatusCodes.Status409Conflict)
                : problem;
        });

    /// <summary><c>default.1</c>; anything else is passed on, to be refused.</summary>
    static JsonObject PathwayOf(string posted)
    {
        var dot = posted.LastIndexOf('.');
        return int.TryParse(posted.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version) && dot > 0
            ? new() { ["id"] = posted[..dot], ["version"] = version }
            : new() { ["id"] = posted };
    }

    Task<IResult> ShowAsync(HttpRequest request, Organisation organisation, int status = StatusCodes.Status200OK)
    {
        var language = LanguageOfPages.Of(request);
        return screens.ShowAsync<AgreementsPage>(
            request,
            new
            {
                Organisation = OrganisationShown.Of(organisation),
                Agreements = (IReadOnlyList<AgreementItem>)
                [
                    .. from practice in organisation.Practices
                       orderby practice.Name
                       select AgreementItem.Of(practice, organisation.AgreementWith(practice.Agb), organisation, Agreements.VersionOf(organisation, practice.Agb), language),
                ],
                Pathways = (IReadOnlyList<Choice>)[.. PathwayItem.AllOf(organisation, language).Select(pathway => new Choice(pathway.Version, $"{pathway.Name} ({pathway.Label})"))],
                Services = (IReadOnlyList<Choice>)
                [
                    .. from service in organisation.Services
                       orderby service.Name
                       select new Choice(
                           service.Name,
                           string.Join(" · ", ((string[])[CodeTexts.Of(service.Arrangement, language), string.Join(", ", service.Neighbourhoods), string.Join(", ", service.Themes.Select(Theme))]).Where(part => part.Length > 0))),
                ],
                Done = status == StatusCodes.Status200OK ? DirectoryNotices.Of(request) : null,
                IsOvertaken = status == StatusCodes.Status409Conflict,
            },
            status);

        string Theme(string id) => WelfareVocabulary.Needs.FirstOrDefault(need => need.Id == id)?.Text.In(language) ?? id;
    }
}
