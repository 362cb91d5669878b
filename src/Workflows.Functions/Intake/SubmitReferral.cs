using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;
using Submission = Workflows.Referrals.Timeline.Submission;

namespace Workflows.Functions.Intake;

/// <summary><c>POST /api/referrals</c>: a referral from a form or a GP system. What is accepted is stored before the answer; what is refused leaves nothing behind.</summary>
sealed class SubmitReferral(
    SubmissionDesk desk, DirectoryStore directory, SubmissionStore submissions, DossierStore dossiers, ReferralStarter starter, ILogger<SubmitReferral> logger)
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

        var arrived = taken.Referral;

        // The same as before may have ended half way then: every step is repeated where it left no trace.
        var submitted = await submissions.SubmitAsync(new(request.Caller.Key, key, ContentOf(arrived), Guid.NewGuid().ToString("N")), cancellation);
        return submitted switch
        {
            Submitted.New { Referral: var id } => await StartAsync(id, arrived, client, cancellation),
            Submitted.Same { Referral: var id } => await StartAsync(id, arrived, client, cancellation),
            _ => Problem.Of(ProblemKind.IdempotencyConflict),
        };
    }

    async Task<IResult> StartAsync(string id, NewReferral arrived, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(id, cancellation) is null)
        {
            var organisation = await directory.OrganisationAsync(arrived.Submission.Organisation, cancellation);
            await dossiers.WriteAsync(id, DossierSections.Of(arrived.Dossier), cancellation);
            await starter.StartAsync(Referral.Submit(id, WithClosingDays(arrived.Submission, organisation!)), client, cancellation);
            Logs.Submitted(logger, id);
        }

        var location = $"/api/referrals/{id}";
        return Results.Accepted(location, new { id, status = ReferralStatus.Received, statusUrl = location });
    }

    /// <summary>The policy travels with the referral, with the organisation's own closing days in it: a running referral keeps both.</summary>
    static Submission WithClosingDays(Submission submission, Organisation organisation) => submission with
    {
        Pathway = submission.Pathway with { ClosingDays = [.. submission.Pathway.ClosingDays.Union(organisation.ClosingDays)] },
    };

    /// <summary>What was sent, without what we add to it: the same content is the same also after the pathway has a new version.</summary>
    static string ContentOf(NewReferral arrived) => JsonSerializer.Serialize(new
    {
        arrived.Submission.Organisation,
        arrived.Submission.Practice,
        arrived.Submission.PreferredHandover,
        arrived.Dossier,
    });
}
