using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Hosting;
using Workflows.Functions.Offer;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Directory;

/// <summary>The directory over HTTP. Secrets and keys go in and never come out. The referrals of who is absent or gone after a change hear of it.</summary>
sealed class DirectoryFunctions(DirectoryStore store, AbsentWorkers absences, IHostEnvironment environment)
{
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

        store.Forget();
        var errors = new FieldErrors();
        if (new DirectoryReader(await store.AllAsync(), environment.IsDevelopment(), errors).Read(body.Root) is not { } file)
        {
            return Problem.With(errors);
        }

        if (!await store.ImportAsync(file))
        {
            return Problem.Of(ProblemKind.Conflict);
        }

        foreach (var organisation in file.Organisations)
        {
            await absences.ReportAsync(organisation, client, request.HttpContext.RequestAborted);
        }

        return Results.NoContent();
    }

    [Function("GetOrganisation")]
    public async Task<IResult> GetOrganisation([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/organisations/{organisation}")] HttpRequest request, string organisation) =>
        await FindAsync(request, organisation) is { } found ? Json(found.WithoutSecrets()) : Problem.Of(ProblemKind.NotFound);

    [Function("PutOrganisation")]
    public Task<IResult> PutOrganisation(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/organisations/{organisation}")] HttpRequest request, string organisation, [DurableClient] DurableTaskClient client) =>
        ChangeAsync(request, organisation, client, LargestOrganisation, (body, stored, errors) =>
        {
            var reader = new OrganisationReader(environment.IsDevelopment(), errors);
            if (JsonFields.Of(body, "", errors) is not { } fields || reader.Read(fields) is not { } sent)
            {
                return null;
            }

            if (sent.Id != organisation)
            {
                errors.Add("/id", DirectoryRules.IdDiffers);
            }

            reader.Check(sent, stored);
            return sent.WithSecretsOf(stored);
        });

    [Function("GetOrganisationPart")]
    public async Task<IResult> GetPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/organisations/{organisation}/{part}/{id?}")] HttpRequest request, string organisation, string part, string? id = null)
    {
        if (DirectoryPart.Find(part) is not { } kind || await FindAsync(request, organisation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var all = kind.All(found.WithoutSecrets());
        return id is null ? Json(all.Select(item => item.Value))
            : all.FirstOrDefault(item => item.Key == id).Value is { } item ? Json(item)
            : Problem.Of(ProblemKind.NotFound);
    }

    [Function("PutOrganisationPart")]
    public async Task<IResult> PutPart(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "api/organisations/{organisation}/{part}/{id}")] HttpRequest request,
        string organisation,
        string part,
        string id,
        [DurableClient] DurableTaskClient client)
    {
        if (DirectoryPart.Find(part) is not { } kind || await FindAsync(request, organisation) is null)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return await ChangeAsync(request, organisation, client, LargestPart, (body, stored, errors) =>
        {
            var reader = new OrganisationReader(environment.IsDevelopment(), errors);
            if (stored is null || kind.With(stored, reader, body, errors) is not var (sent, after))
            {
                return null;
            }

            if (sent != id)
            {
                errors.Add($"/{kind.Field}", DirectoryRules.IdDiffers);
            }

            reader.Check(after, stored);
            reader.RefuseWithoutCoordinator(after, "");
            return after.WithSecretsOf(stored);
        });
    }

    /// <summary>The organisation, when it is there for this caller.</summary>
    async Task<Organisation?> FindAsync(HttpRequest request, string id) =>
        Access.ReachesOrganisation(request.Caller, id) ? await store.OrganisationAsync(id, request.HttpContext.RequestAborted) : null;

    /// <summary>Writes what <paramref name="change"/> makes of the body and of what is stored, unless it found something wrong.</summary>
    async Task<IResult> ChangeAsync(HttpRequest request, string id, DurableTaskClient client, int mostBytes, Func<JsonElement, Organisation?, FieldErrors, Organisation?> change)
    {
        if (!Access.ReachesOrganisation(request.Caller, id))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var body = await JsonBody.ReadAsync(request, mostBytes, request.HttpContext.RequestAborted);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var errors = new FieldErrors();
        Organisation? after = null;
        var written = await store.ChangeAsync(id, stored => after = change(body.Root, stored, errors) is { } changed && !errors.Any ? changed : null);
        if (errors.Any || !written || after is null)
        {
            return errors.Any ? Problem.With(errors) : Problem.Of(written ? ProblemKind.NotFound : ProblemKind.Conflict);
        }

        await absences.ReportAsync(after, client, request.HttpContext.RequestAborted);
        return Json(after.WithoutSecrets());
    }

    static IResult Json(object value) => Results.Json(value, DirectoryJson.Options);
}
