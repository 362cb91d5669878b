using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.DeadLetters;

/// <summary>Lets an administrator see what was put aside, and have it tried again or dropped.</summary>
sealed class DeadLetterFunctions(DeadLetterBox box, DeadLetterDesk desk)
{
    [Function("ListDeadLetters")]
    public async Task<IResult> List([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/dead-letters")] HttpRequest request, CancellationToken cancellation) =>
        Results.Json(new { deadLetters = await box.ListAsync(cancellation) }, ReferralJson.Edge);

    [Function("ResubmitDeadLetter")]
    public async Task<IResult> Resubmit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{queue}/{sequenceNumber}/resubmit")] HttpRequest request,
        string queue,
        string sequenceNumber,
        CancellationToken cancellation) =>
        await desk.ResubmitAsync(request.Caller, queue, sequenceNumber, cancellation) ? Results.NoContent() : Problem.Of(ProblemKind.NotFound);

    [Function("DropDeadLetter")]
    public async Task<IResult> Drop(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/dead-letters/{queue}/{sequenceNumber}/drop")] HttpRequest request,
        string queue,
        string sequenceNumber,
        CancellationToken cancellation) =>
        await desk.DropAsync(request.Caller, queue, sequenceNumber, cancellation) ? Results.NoContent() : Problem.Of(ProblemKind.NotFound);
}
