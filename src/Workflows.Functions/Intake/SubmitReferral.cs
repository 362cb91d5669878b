using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary><c>POST /api/referrals</c>: a referral from a form or a GP system.</summary>
sealed class SubmitReferral(SubmissionIntake intake)
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

        var body = await JsonBody.ReadAsync(request, SubmissionDesk.LargestBody, cancellation);
        var outcome = await intake.TakeInAsync(body, request.Caller, key, client, cancellation);
        if (outcome.Problem is { } problem)
        {
            return problem;
        }

        var location = $"/api/referrals/{outcome.Referral}";
        return Results.Accepted(location, new { id = outcome.Referral, status = ReferralStatus.Received, statusUrl = location });
    }
}
