using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;
using Submission = Workflows.Referrals.Timeline.Submission;

namespace Workflows.Functions.Intake;

/// <summary>Takes a referral in, by whatever way it came. What is accepted is stored before the answer; what is refused leaves nothing behind.</summary>
sealed class SubmissionIntake(
    SubmissionDesk desk, DirectoryStore directory, SubmissionStore submissions, DossierStore dossiers, ReferralStarter starter, ILogger<SubmissionIntake> logger)
{
    /// <summary>Takes in a body as it stands in the contract; the same again is the same referral.</summary>
    /// <param name="body">What was read of the body.</param>
    /// <param name="caller">Who submits.</param>
    /// <param name="key">Names the submission, so that sending it again does not do it again; null when the sender named none.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Outcome> TakeInAsync(JsonBody.Read body, Caller caller, string? key, DurableTaskClient client, CancellationToken cancellation)
    {
        var taken = await desk.TakeAsync(body, caller, cancellation);
        if (taken.IsRefused)
        {
            return new(null, taken.Problem);
        }

        var arrived = taken.Referral;

        // The same as before may have ended half way then: every step is repeated where it left no trace.
        var submitted = await submissions.SubmitAsync(new(caller.Key, key, ContentOf(arrived), Guid.NewGuid().ToString("N")), cancellation);
        return submitted switch
        {
            Submitted.New { Referral: var id } => await StartAsync(id, arrived, client, cancellation),
            Submitted.Same { Referral: var id } => await StartAsync(id, arrived, client, cancellation),
            _ => new(null, Problem.Of(ProblemKind.IdempotencyConflict)),
        };
    }

    async Task<Outcome> StartAsync(string id, NewReferral arrived, DurableTaskClient client, CancellationToken cancellation)
    {
        if (await client.GetInstanceAsync(id, cancellation) is null)
        {
            var organisation = await directory.OrganisationAsync(arrived.Submission.Organisation, cancellation);
            await dossiers.WriteAsync(id, DossierSections.Of(arrived.Dossier), cancellation);
            await starter.StartAsync(Referral.Submit(id, WithClosingDays(arrived.Submission, organisation!)), client, cancellation);
            Logs.Submitted(logger, id);
        }

        return new(id, null);
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

    /// <summary>The referral that the submission is, or the problem with it.</summary>
    public sealed record Outcome(string? Referral, Problem? Problem);
}
