using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Clients;

/// <summary>Puts a client's details right.</summary>
sealed class Corrections(DossierStore dossiers, TimelineStore timeline, SameClientStore clients)
{
    /// <summary>Can be repeated; of a dossier that was erased meanwhile nothing is left to put right.</summary>
    /// <param name="referral">The referral's id.</param>
    /// <param name="section">The dossier section of what is right.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task ApplyAsync(string referral, string section, CancellationToken cancellation = default)
    {
        var sections = await dossiers.ReadAllAsync(referral, cancellation);
        if (!sections.TryGetValue(section, out var correction) || await timeline.ReadSummaryAsync(referral, cancellation) is not { } summary)
        {
            return;
        }

        var right = DossierSections.Read<Correction>(correction).In(DossierSections.Read<ClientDetails>(sections[DossierSection.Client]));
        await dossiers.WriteAsync(referral, DossierSection.Client, DossierSections.Write(right), cancellation);

        // Whoever is referred again is then recognised by the right name, too.
        await clients.OthersAsync(ReferralJson.ReadReferral(summary).Organisation, referral, right.GivenName, right.FamilyName, right.BirthDate, cancellation);
    }
}
