using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Intake;

/// <summary><c>POST /api/referrals</c>: a referral from a form or a GP system. What is accepted is stored before the answer; what is refused leaves nothing behind.</summary>
sealed class SubmitReferral(SubmissionDesk desk, ReferralIntake intake)
{
    [Function(nameof(SubmitReferral))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/referrals")] HttpRequest request,
        [DurableClient] DurableTaskClient client,
        CancellationToken cancellation)
    {
        if (IdempotencyKey.Refuses(request, out var key) is { } refused)
        {
            return refused;
        }

        var taken = await desk.TakeAsync(request, request.Caller);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        var submitted = await intake.SubmitAsync(request.Caller, key, taken.Referral, client, cancellation);
        return submitted.Id is { } id ? Receipt.Of(id) : Problem.Of(ProblemKind.IdempotencyConflict);
    }
}
