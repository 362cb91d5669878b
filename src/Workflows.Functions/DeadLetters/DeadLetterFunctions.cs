using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.DeadLetters;

/// <summary>Lets an administrator see what was put aside, and have it tried again or dropped.</summary>
sealed partial class DeadLetterFunctions(DeadLetterBox box, AuditTrail trail, ILogger<DeadLetterFunctions> logger)
{
    [Function("ListDeadLetters")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dead-letters")] HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new { deadLetters = await box.ListAsync(cancellation) }, ReferralJson.Edge);

    [Function("ResubmitDeadLetter")]
    public async Task<IResult> Resubmit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{queue}/{sequenceNumber}/resubmit")] HttpRequest request,
        string queue,
        string sequenceNumber,
        CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.DeadLetterResubmitted, request.Caller, organisation: null);
        if (!long.TryParse(sequenceNumber, out var number) || !await box.ResubmitAsync(queue, number, cancellation))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        Resubmitted(request.Caller.Key, queue, number);
        return Results.NoContent();
    }

    [Function("DropDeadLetter")]
    public async Task<IResult> Drop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{queue}/{sequenceNumber}/drop")] HttpRequest request,
        string queue,
        string sequenceNumber,
        CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.DeadLetterDropped, request.Caller, organisation: null);
        if (!long.TryParse(sequenceNumber, out var number) || !await box.DropAsync(queue, number, cancellation))
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        Dropped(request.Caller.Key, queue, number);
        return Results.NoContent();
    }

    [LoggerMessage(EventId = 1250, Level = LogLevel.Information, Message = "{Who} had dead letter {SequenceNumber} of {Queue} tried again.")]
    partial void Resubmitted(string who, string queue, long sequenceNumber);

    [LoggerMessage(EventId = 1251, Level = LogLevel.Warning, Message = "{Who} dropped dead letter {SequenceNumber} of {Queue}.")]
    partial void Dropped(string who, string queue, long sequenceNumber);
}
