using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>Reads referrals for a caller. What a caller may not see is not there: no difference is told.</summary>
sealed class ReferralReader(TimelineStore timeline, DossierStore dossiers, DirectoryStore directory, TimeProvider clock)
{
    /// <summary>The referral; null when there is none, none any more, or none for this caller.</summary>
    public async Task<SeenReferral?> FindAsync(string id, Caller caller, CancellationToken cancellation = default)
    {
        if (!TableKey.IsValid(id) || await timeline.ReadSummaryAsync(id, cancellation) is not { } summary)
        {
            return null;
        }

        var referral = ReferralJson.ReadReferral(summary);
        var day = AmsterdamTime.DayOf(clock.GetUtcNow());
        return !referral.IsErased
            && await directory.OrganisationAsync(referral.Organisation, cancellation) is { } organisation
            && ReferralAccess.Sees(caller, referral, organisation, day)
                ? new(
                    referral,
                    caller.Acting(ReferralAccess.OnBehalfOf(caller, referral, organisation, day)),
                    ReferralAccess.SeesPerson(caller, referral, organisation, day))
                : null;
    }

    /// <summary>The referral as it is shown; null when there is none for this caller.</summary>
    public async Task<ReferralView?> ViewAsync(string id, Caller caller, Language language, CancellationToken cancellation = default) =>
        await FindAsync(id, caller, cancellation) is { } seen
            ? ReferralView.Of(seen.Referral, seen.Caller.Role, await ReferenceAsync(id, cancellation), language)
            : null;

    /// <summary>The events, oldest first; null when there is no such referral for this caller.</summary>
    public async Task<IReadOnlyList<ReferralEvent>?> TimelineAsync(string id, Caller caller, CancellationToken cancellation = default) =>
        await FindAsync(id, caller, cancellation) is null
            ? null
            : [.. (await timeline.ReadEventsAsync(id, cancellation)).Select(stored => ReferralJson.ReadEvent(stored.Json))];

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
