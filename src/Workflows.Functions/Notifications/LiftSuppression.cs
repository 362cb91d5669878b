using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Notifications;

/// <summary><c>POST /api/suppressions/lift</c>: somebody who was unsubscribed wants messages again. The address stands in the body, never in a URL.</summary>
sealed class LiftSuppression(Suppressions suppressions, AuditTrail trail)
{
    const int LargestBody = 1024;

    [Function(nameof(LiftSuppression))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/suppressions/lift")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync(request, LargestBody, cancellation);
        if (body.IsRefused)
        {
            return body.Problem;
        }

        var errors = new FieldErrors();
        var fields = JsonFields.Of(body.Root, "", errors);
        var email = fields?.Text("email", FieldFormat.Email);
        var phone = fields?.Text("phone", FieldFormat.Phone);
        fields?.RefuseOthers();
        if (fields is not null && !fields.Has("email") && !fields.Has("phone"))
        {
            errors.Add("/email", FieldRules.Required);
        }

        if (errors.Any)
        {
            return Problem.With(errors);
        }

        await trail.RecordAsync(AuditEvents.SuppressionLifted, request.Caller, organisation: null);
        var mail = email is not null && await suppressions.LiftAsync(Channel.Email, email, cancellation);
        var sms = phone is not null && await suppressions.LiftAsync(Channel.Sms, phone, cancellation);
        return mail || sms ? Results.NoContent() : Problem.Of(ProblemKind.NotFound);
    }
}
