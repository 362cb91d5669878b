using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>What forms sent and no mapping could read, for the coordinator of the organisation: to mend and submit, or to put away.</summary>
sealed class ParkedFunctions(WaitingSubmissions waiting, ParkedDesk desk, AuditTrail trail)
{
    const int MostShown = 100;
    const int LargestReason = 1024;

    [Function("GetParked")]
    public async Task<IResult> Get([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/parked")] HttpRequest request, CancellationToken cancellation)
    {
        var language = PreferredLanguage.Of(request);
        var shown = new List<object>();
        await foreach (var row in waiting.AllAsync(WaitingPlace.ParkedAt(request.Caller.Organisation!), cancellation).Take(MostShown))
        {
            if (await waiting.ReadAsync(row, cancellation) is { } content)
            {
                await trail.RecordAsync(AuditEvents.ParkedRead, request.Caller, request.Caller.Organisation, row.Referral);
                shown.Add(new { id = row.Referral, row.Source, row.ReceivedAt, row.ExpiresAt, Errors = content.Errors.Select(error => error.In(language)), content.Submission, content.Unmapped });
            }
        }

        return Results.Json(new { parked = shown }, ReferralJson.Edge);
    }

    [Function("SubmitParked")]
    public async Task<IResult> Submit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/parked/{id}/submit")] HttpRequest request,
        string id,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, request.Caller, cancellation) is not var (row, parked))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        if (parked is not { } content)
        {
            return row.State is WaitingState.Finished ? Receipt.Of(row.Referral) : Problem.Of(ProblemKind.NotFound);
        }

        var body = await JsonBody.ReadAsync(request, SubmissionDesk.LargestBody, cancellation);
        return await desk.SubmitAsync(row, content, body, request.Caller, client, cancellation) ?? Receipt.Of(row.Referral);
    }

    [Function("DiscardParked")]
    public async Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/parked/{id}/discard")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await desk.FindAsync(id, request.Caller, cancellation) is not (var row, _))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var body = await JsonBody.ReadAsync(request, LargestReason, cancellation);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var errors = new FieldErrors();
        var fields = JsonFields.Of(body.Root, "", errors);
        var reason = fields?.Choice<DiscardReason>("reason", FieldRules.Required);
        fields?.RefuseOthers();
        return errors.Any ? Problem.With(errors)
            : await desk.DiscardAsync(row, reason!.Value, request.Caller, cancellation) ? Results.NoContent()
            : Problem.Of(ProblemKind.Conflict);
    }
}
