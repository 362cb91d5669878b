using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Audit;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary><c>GET /api/referrals/{id}/client</c>: the personal data, for those who may.</summary>
sealed class GetClient(ReferralReader referrals, DossierStore dossiers)
{
    [Function(nameof(GetClient))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/referrals/{id}/client")] HttpRequest request, string id, CancellationToken cancellation)
    {
        if (await referrals.OpenAsync(id, request.Caller, AuditEvents.ClientRead, ofPerson: true, cancellation) is not { } seen
            || await dossiers.ReadAllAsync(id, cancellation) is not { Count: > 0 } sections)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        var question = DossierSections.Read<QuestionSection>(sections[DossierSection.Question]);
        return Results.Json(
            new ClientView(
                DossierSections.Read<ClientDetails>(sections[DossierSection.Client]),
                DossierSections.Read<ReferrerDetails>(sections[DossierSection.Referrer]),
                [.. question.Reasons],
                question.Question,
                DossierSections.Read<ConsentDetails>(sections[DossierSection.Consent]) with { ShareContentWithReferrer = seen.Referral.Submission.SharesContentWithReferrer },   // as the client says now
                sections.TryGetValue(DossierSection.Unmapped, out var unmapped) ? [.. DossierSections.Read<ValueList<UnmappedAnswer>>(unmapped)] : []),
            ReferralJson.Edge);
    }
}

/// <summary>Everything personal that came with the referral.</summary>
sealed record ClientView(ClientDetails Client, ReferrerDetails Referrer, IReadOnlyList<Reason> Reasons, string? Question, ConsentDetails Consent, IReadOnlyList<UnmappedAnswer> Unmapped);
