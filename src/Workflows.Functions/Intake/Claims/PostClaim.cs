using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake.Waiting;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Intake.Claims;

/// <summary><c>POST /api/claims</c>: takes the body of a referral into safe keeping, for a message that names it. A queue never sees a person (docs/decisions/claims.md).</summary>
sealed class PostClaim(SubmissionDesk desk, WaitingSubmissions waiting, AuditTrail trail)
{
    [Function(nameof(PostClaim))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/claims")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync(request, SubmissionDesk.LargestBody, cancellation);
        var taken = await desk.TakeAsync(body, request.Caller, complete: null, cancellation);
        if (taken.IsRefused)
        {
            return taken.Problem;
        }

        var claim = Guid.NewGuid().ToString("N");
        var place = WaitingPlace.Claimed(request.Caller.Id, claim);
        await trail.RecordAsync(AuditEvents.ClaimStored, request.Caller, taken.Referral.Submission.Organisation, claim);
        await waiting.AddAsync(place, claim, request.Caller.Id, new(WithoutCitizenNumber(body.Root), [], []), cancellation);
        return Results.Json(new { claim, (await waiting.FindAsync(place, cancellation))!.ExpiresAt }, ReferralJson.Edge, statusCode: StatusCodes.Status201Created);
    }

    /// <summary>As it will be kept when it is a referral: the question is the one free text, and every other field with such a number was refused.</summary>
    static JsonElement WithoutCitizenNumber(JsonElement submission)
    {
        var members = JsonSerializer.SerializeToNode(submission)!.AsObject();
        if (members["question"] is JsonValue question && question.TryGetValue<string>(out var text))
        {
            members["question"] = BsnRedaction.Redact(text).Text;
        }

        return JsonSerializer.SerializeToElement(members);
    }
}
