using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>Reads referrals for a caller. What a caller may not see is not there: no difference is told. Who looks, and who wanted to, is in the audit log before the answer.</summary>
sealed class ReferralReader(TimelineStore timeline, SubmissionStore submissions, DossierStore dossiers, DirectoryStore directory, AuditTrail trail, TimeProvider clock)
{
    /// <summary>The referral, for who is going to say what it is for; null, and recorded, when there is none, none any more, or none for this caller.</summary>
    /// <param name="id">The id as the caller gave it.</param>
    /// <param name="caller">Who.</param>
    /// <param name="what">What for, one of <see cref="AuditEvents"/>.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SeenReferral?> FindAsync(string id, Caller caller, string what, CancellationToken cancellation = default)
    {
        var referral = await ReadAsync(id, cancellation);
        if (referral is not null && await SeeAsync(referral, caller, cancellation) is { } seen)
        {
            return seen;
        }

        await trail.RecordAsync(what, caller, referral?.Organisation, AuditTrail.IdOf(id), referral is { IsErased: false } ? AuditRefusals.NotTheirs : AuditRefusals.NotThere);
        return null;
    }

    /// <summary>The referral, once it is recorded that the caller sees it.</summary>
    /// <param name="id">The id as the caller gave it.</param>
    /// <param name="caller">Who.</param>
    /// <param name="what">What is shown, one of <see cref="AuditEvents"/>.</param>
    /// <param name="ofPerson">Whether the dossier is shown: some see that there is a referral and nothing of whom it is about.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<SeenReferral?> OpenAsync(string id, Caller caller, string what, bool ofPerson, CancellationToken cancellation = default)
    {
        if (await FindAsync(id, caller, what, cancellation) is not { } seen)
        {
            return null;
        }

        var refusal = ofPerson && !seen.MayReadDossier ? AuditRefusals.NotTheirs : null;
        await trail.RecordAsync(what, caller, seen, refusal);
        return refusal is null ? seen : null;
    }

    /// <summary>The referral as it is shown in answer to a command, which was recorded itself; null when there is none for this caller any more.</summary>
    public async Task<ReferralView?> ViewAsync(string id, Caller caller, Language language, CancellationToken cancellation = default) =>
        await ReadAsync(id, cancellation) is { } referral && await SeeAsync(referral, caller, cancellation) is { } seen ? await ViewAsync(seen, language, cancellation) : null;

    /// <summary>The referral as it is shown.</summary>
    public async Task<ReferralView> ViewAsync(SeenReferral seen, Language language, CancellationToken cancellation = default) =>
        ReferralView.Of(seen.Referral, seen.Caller.Role, await ReferenceAsync(seen.Referral.Id, cancellation), language);

    /// <summary>The events, oldest first. A practice whose client shares no content sees the steps, and neither the client's own goal nor a score.</summary>
    public async Task<IReadOnlyList<ReferralEvent>> TimelineAsync(SeenReferral seen, CancellationToken cancellation = default)
    {
        var seesContent = seen.Caller.Role is not Role.Referrer || seen.Referral.Submission.SharesContentWithReferrer;
        return
        [
            .. from stored in await timeline.ReadEventsAsync(seen.Referral.Id, cancellation)
               let happened = ReferralJson.ReadEvent(stored.Json)
               where seesContent || happened.Change is not GoalSet
               select !seesContent && happened.Change is MeasurementRecorded measured ? happened with { Change = measured with { Score = null } } : happened,
        ];
    }

    /// <summary>One that was submitted just now is waited for: whoever was told its address goes there at once.</summary>
    async Task<Referral?> ReadAsync(string id, CancellationToken cancellation)
    {
        if (!TableKey.IsValid(id))
        {
            return null;
        }

        var summary = await timeline.ReadSummaryAsync(id, cancellation)
            ?? (await submissions.LeadToAsync(id, cancellation) ? await Soon.FindAsync(() => timeline.ReadSummaryAsync(id, cancellation), cancellation) : null);
        return summary is null ? null : ReferralJson.ReadReferral(summary);
    }

    async Task<SeenReferral?> SeeAsync(Referral referral, Caller caller, CancellationToken cancellation)
    {
        var day = AmsterdamTime.DayOf(clock.GetUtcNow());
        return !referral.IsErased
            && ReferralAccess.Concerns(caller, referral)
            && await directory.OrganisationAsync(referral.Organisation, cancellation) is { } organisation
            && ReferralAccess.Sees(caller, referral, organisation, day)
                ? new(
                    referral,
                    caller.Acting(ReferralAccess.OnBehalfOf(caller, referral, organisation, day)),
                    ReferralAccess.SeesPerson(caller, referral, organisation, day))
                : null;
    }

    async Task<string?> ReferenceAsync(string id, CancellationToken cancellation) =>
        await dossiers.ReadAsync(id, DossierSection.Referrer, cancellation) is { } referrer
            ? DossierSections.Read<ReferrerDetails>(referrer).Reference
            : null;
}

/// <summary>A referral that a caller may see.</summary>
/// <param name="Referral">The referral.</param>
/// <param name="Caller">The caller as an actor on it.</param>
/// <param name="MayReadDossier">Whether the caller may read the personal data.</param>
sealed record SeenReferral(Referral Referral, Actor Caller, bool MayReadDossier);
