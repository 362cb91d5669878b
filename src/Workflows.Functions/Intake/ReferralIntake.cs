using System.Text.Json;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Operations;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;
using Submission = Workflows.Referrals.Timeline.Submission;

namespace Workflows.Functions.Intake;

/// <summary>Makes a referral of a clean submission, whichever way it came in: the same submission is the same referral, and what is accepted is stored before it is answered.</summary>
sealed class ReferralIntake(
    DirectoryStore directory, SubmissionStore submissions, DossierStore dossiers, ProfileStore profiles, ReferralStarter starter, AuditTrail trail, ILogger<ReferralIntake> logger)
{
    /// <summary>Settles which referral the submission is, and starts that one unless it runs.</summary>
    /// <param name="caller">Who sends it.</param>
    /// <param name="key">The sender's own key; null when there is none.</param>
    /// <param name="arrived">The clean submission.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up; the same again goes on where it was.</param>
    public async Task<Submitted> SubmitAsync(Caller caller, string? key, NewReferral arrived, DurableTaskClient client, CancellationToken cancellation = default)
    {
        var submitted = await submissions.SubmitAsync(new(caller.Key, key, ContentOf(arrived), Guid.NewGuid().ToString("N")), cancellation);

        // The same as before may have ended half way then: every step is repeated where it left no trace.
        if (submitted.Id is { } id)
        {
            await StartAsync(id, arrived, caller, AuditEvents.ReferralSubmitted, client, cancellation);
        }

        return submitted;
    }

    /// <summary>Stores the dossier and starts the referral of that id, unless it runs.</summary>
    /// <param name="id">The referral's id.</param>
    /// <param name="arrived">The clean submission.</param>
    /// <param name="caller">Who makes it a referral.</param>
    /// <param name="what">How, one of <see cref="AuditEvents"/>.</param>
    /// <param name="client">The engine.</param>
    /// <param name="cancellation">Gives up; the same again goes on where it was.</param>
    public async Task StartAsync(string id, NewReferral arrived, Caller caller, string what, DurableTaskClient client, CancellationToken cancellation = default)
    {
        using var span = ReferralTrace.Start("intake", id);
        if (await client.GetInstanceAsync(id, cancellation) is not null)
        {
            return;
        }

        var organisation = await directory.OrganisationAsync(arrived.Submission.Organisation, cancellation);
        await trail.RecordAsync(what, caller, arrived.Submission.Organisation, id);
        await dossiers.WriteAsync(id, DossierSections.Of(arrived.Dossier), cancellation);
        await profiles.KeepAsync(id, arrived, cancellation);
        await starter.StartAsync(Referral.Submit(id, WithClosingDays(arrived.Submission, organisation!)), client, cancellation);
        Logs.Submitted(logger, id);
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
