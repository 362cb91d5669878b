using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Offer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Directory;

/// <summary>The directory over HTTP. Secrets and keys go in and never come out, but for the first answer about one that was made here. The referrals of who is absent or gone after a change hear of it.</summary>
sealed class DirectoryFunctions(DirectoryStore store, DirectoryDesk desk, AbsentWorkers absences, SecuritySettings security, IHostEnvironment environment)
{
    /// <summary>Somebody else may write at the same moment: what was made for the first try must not be lost then.</summary>
    const int MostTries = 3;

    const int LargestFile = 4 * 1024 * 1024;
    const int LargestOrganisation = 1024 * 1024;
    const int LargestPart = 64 * 1024;

    [Function("PutDirectory")]
    public async Task<IResult> PutDirectory(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/directory")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        var body = await JsonBody.ReadAsync(request, LargestFile, request.HttpContext.RequestAborted);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var made = new NewSecrets();
        for (var tries = 0; tries < MostTries; tries++)
        {
            var errors = new FieldErrors();
            if (await ReadAsync(body.Root, request.Caller, errors) is not { } file)
            {
                return Problem.With(errors);
            }

            if (await store.ImportAsync(made.Complete(file)))
            {
                foreach (var organisation in file.Organisations)
                {
                    await absences.ReportAsync(organisation, client, request.HttpContext.RequestAborted);
                }

                return made.Any ? Json(made) : Results.NoContent();
            }
        }

        return Problem.Of(ProblemKind.Conflict);
    }

    [Function("GetOrganisation")]
    public async Task<IResult> GetOrganisation([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/organisations/{organisation}")] HttpRequest request, string organisation) =>
        await FindAsync(request, organisation) is { } found ? Json(found.WithoutSecrets()) : Problem.Of(ProblemKind.NotFound);

    [Function("PutOrganisation")]
    public async Task<IResult> PutOrganisation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/organisations/{organisation}")] HttpRequest request, string organisation, [DurableClient] DurableTaskClient client) =>
        Access.ReachesOrganisation(request.Caller, organisation)
            ? await AnswerAsync(request, LargestOrganisation, (body, cancellation) => desk.PutAsync(organisation, body, client, cancellation))
            : Problem.Of(ProblemKind.NotFound);

    [Function("GetOrganisationPart")]
    public async Task<IResult> GetPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/organisations/{organisation}/{part}/{id?}")] HttpRequest request, string organisation, string part, string? id = null)
    {
        if (DirectoryPart.Find(part) is not { } kind || await FindAsync(request, organisation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var shown = found.WithoutSecrets();
        return id is null ? Json(kind.All(shown).Select(item => item.Value))
            : kind.Find(shown, id) is { } item ? Json(item)
            : Problem.Of(ProblemKind.NotFound);
    }

    [Function("PutOrganisationPart")]
    public async Task<IResult> PutPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/organisations/{organisation}/{part}/{id}")] HttpRequest request,
        string organisation,
        string part,
        string id,
        [DurableClient] DurableTaskClient client) =>
        DirectoryPart.Find(part) is { } kind && await FindAsync(request, organisation) is not null
            ? await AnswerAsync(request, LargestPart, (body, cancellation) => desk.PutPartAsync(organisation, kind, id, body, client, shown: null, cancellation))
            : Problem.Of(ProblemKind.NotFound);

    /// <summary>The file against the directory as it is now; null when something is wrong with it.</summary>
    async Task<DirectoryFile?> ReadAsync(JsonElement body, Caller caller, FieldErrors errors)
    {
        store.Forget();
        var file = new DirectoryReader(await store.AllAsync(), environment.IsDevelopment(), errors).Read(body);
        if (file is not null && security.ShutsOut(caller, file.Administrators))
        {
            errors.Add("/administrators", DirectoryRules.NotYourself);
        }

        return errors.Any ? null : file;
    }

    /// <summary>The organisation, when it is there for this caller.</summary>
    async Task<Organisation?> FindAsync(HttpRequest request, string id) =>
        Access.ReachesOrganisation(request.Caller, id) ? await store.OrganisationAsync(id, request.HttpContext.RequestAborted) : null;

    static async Task<IResult> AnswerAsync(HttpRequest request, int mostBytes, Func<JsonElement, CancellationToken, Task<DirectoryDesk.Outcome>> put)
    {
        var body = await JsonBody.ReadAsync(request, mostBytes, request.HttpContext.RequestAborted);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var outcome = await put(body.Root, request.HttpContext.RequestAborted);
        return outcome.IsRefused ? outcome.Problem : Json(outcome.Organisation.WithoutSecrets());
    }

    static IResult Json(object value) => Results.Json(value, DirectoryJson.Options);
}
