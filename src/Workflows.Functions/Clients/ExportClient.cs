using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Pages;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Clients;

/// <summary><c>GET /api/referrals/{id}/export?format=html</c>: everything that is held about a client, for the client, and for the coordinator who answers one who has no computer.</summary>
sealed class ExportClient(ReferralReader referrals, ClientExports exports)
{
    [Function(nameof(ExportClient))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/export")] HttpRequest request, string id, CancellationToken cancellation)
    {
        var format = request.Query["format"].ToString();
        if (format is not ("" or "json" or "html"))
        {
            var errors = new FieldErrors();
            errors.Add("/format", FieldRules.NotAccepted, "json, html");
            return Problem.With(errors);
        }

        return await referrals.OpenAsync(id, request.Caller, AuditEvents.DataExported, ofPerson: true, cancellation) is { } seen
            ? await exports.AnswerAsync(request, seen, asJson: format != "html", LanguageOfPages.Of(request), cancellation)
            : Problem.Of(ProblemKind.NotFound);
    }
}
