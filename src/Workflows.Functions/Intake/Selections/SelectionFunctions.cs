using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Net.Http.Headers;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake.Selections;

/// <summary>Persons that a GP system selected, in a CSV file: nobody is referred before the practice has said so for that person.</summary>
sealed class SelectionFunctions(SelectionDesk desk)
{
    [Function("PostSelection")]
    public async Task<IResult> Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections")] HttpRequest request, CancellationToken cancellation)
    {
        if (!MediaTypeHeaderValue.TryParse(request.ContentType, out var type) || !type.MediaType.Equals("text/csv", StringComparison.OrdinalIgnoreCase))
        {
            return Problem.Of(ProblemKind.NotCsv);
        }

        var bytes = new byte[SelectionFile.Largest + 1];
        var length = await request.Body.ReadAtLeastAsync(bytes, bytes.Length, throwOnEndOfStream: false, cancellation);
        var stored = await desk.StoreAsync(bytes.AsMemory(0, length), request.Caller, cancellation);
        return stored.Problem ?? Results.Accepted("/api/selections", new { id = stored.Id, rows = stored.Rows });
    }

    [Function("GetSelections")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/selections")] HttpRequest request, CancellationToken cancellation)
    {
        var shown = new List<object>();
        await foreach (var row in desk.AllAsync(request.Caller, cancellation).Take(SelectionFile.MostRows))
        {
            if (await desk.OpenAsync(row, request.Caller, cancellation) is { } content)
            {
                shown.Add(new { selection = row.Source, row = row.Place.Number, row.ReceivedAt, row.ExpiresAt, content.Submission });
            }
        }

        return Results.Json(new { rows = shown }, ReferralJson.Edge);
    }

    [Function("ApproveSelected")]
    public async Task<IResult> Approve(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections/{id}/rows/{row}/approve")] HttpRequest request,
        string id,
        string row,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, row, request.Caller, cancellation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (await desk.ReadAsync(found, cancellation) is not { } content)
        {
            return found.State is WaitingState.Finished ? Receipt.Of(found.Referral) : Problem.Of(ProblemKind.NotFound);
        }

        var body = await JsonBody.ReadAsync(request, SubmissionDesk.LargestBody, cancellation);
        return await desk.ApproveAsync(found, content, body, request.Caller, client, cancellation) ?? Receipt.Of(found.Referral);
    }

    [Function("RejectSelected")]
    public async Task<IResult> Reject(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/selections/{id}/rows/{row}/reject")] HttpRequest request, string id, string row, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, row, request.Caller, cancellation) is not { } found)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        return await desk.RejectAsync(found, request.Caller, cancellation) ? Results.NoContent() : Problem.Of(ProblemKind.Conflict);
    }
}
