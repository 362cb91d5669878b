using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake.Waiting;

/// <summary>What forms sent and no mapping could read, for the coordinator of the organisation: to mend and submit, or to put away.</summary>
sealed class ParkedFunctions(WaitingSubmissions waiting, SubmissionDesk desk, ReferralIntake intake, AuditTrail trail)
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
        if (await FindAsync(request, id, cancellation) is not { } row || await waiting.ReadAsync(row, cancellation) is not { } content)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var taken = await desk.TakeAsync(request, request.Caller);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        if (!await waiting.TakeAsync(row, cancellation))
        {
            return Problem.Of(ProblemKind.Conflict);
        }

        var mended = taken.Referral with { Dossier = taken.Referral.Dossier with { Unmapped = content.Unmapped } };
        await intake.StartAsync(row.Referral, mended, request.Caller, AuditEvents.ParkedSubmitted, client, cancellation);
        await waiting.FinishAsync(row, cancellation);
        return Receipt.Of(row.Referral);
    }

    [Function("DiscardParked")]
    public async Task<IResult> Discard(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/parked/{id}/discard")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await FindAsync(request, id, cancellation) is not { } row)
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
        if (errors.Any)
        {
            return Problem.With(errors);
        }

        await trail.RecordAsync(AuditEvents.ParkedDiscarded, request.Caller, request.Caller.Organisation, row.Referral);
        return await waiting.DiscardAsync(row, Code.Of(reason!.Value), cancellation) ? Results.NoContent() : Problem.Of(ProblemKind.Conflict);
    }

    /// <summary>Another organisation's is not there.</summary>
    Task<WaitingRow?> FindAsync(HttpRequest request, string id, CancellationToken cancellation) =>
        waiting.FindAsync(WaitingPlace.Parked(request.Caller.Organisation!, id), cancellation);
}

/// <summary>Why a submission does not become a referral. Codes, because a free text would outlive the person's data.</summary>
[JsonConverter(typeof(EnumAsText<DiscardReason>))]
enum DiscardReason
{
    Duplicate,
    Test,
    Spam,
    NotAReferral,
    WithdrawnByPerson,
    NotSuitable,
    Other,
}
