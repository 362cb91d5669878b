using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Notifications;

/// <summary>Workers and coordinators are reached as the directory says, referrers and clients as the dossier says.</summary>
sealed class Recipients(TimelineStore timeline, DirectoryStore directory, DossierStore dossiers) : IRecipients
{
    public async Task<Addressee?> FindAsync(Notification notification, CancellationToken cancellation)
    {
        if (notification.To.Kind is RecipientKind.Coordinator)
        {
            // Needs no referral: what no mapping could read is none yet.
            return (await directory.OrganisationAsync(notification.To.Id, cancellation))?.Coordinators.FirstOrDefault() is { } coordinator ? new(coordinator.Email, Phone: coordinator.Phone) : null;
        }

        if (await timeline.ReadSummaryAsync(notification.Referral, cancellation) is not { } summary)
        {
            return null;
        }

        var referral = ReferralJson.ReadReferral(summary);
        switch (notification.To.Kind)
        {
            case RecipientKind.Referrer:
                var practice = (await directory.OrganisationAsync(referral.Organisation, cancellation))?.AgreementWith(referral.Practice)?.Feedback.Email;
                return await dossiers.ReadAsync(referral.Id, DossierSection.Referrer, cancellation) is { } referrer
                    && DossierSections.Read<ReferrerDetails>(referrer) is var doctor
                        ? new(doctor.Email ?? practice, Phone: doctor.Phone)
                        : null;

            case RecipientKind.Client:
                return await dossiers.ReadAsync(referral.Id, DossierSection.Client, cancellation) is { } client
                    && DossierSections.Read<ClientDetails>(client) is var details
                        ? new(details.Email, details.Language, details.Phone)
                        : null;

            default:
                var worker = (await directory.OrganisationAsync(referral.Organisation, cancellation))?.Worker(notification.To.Id);
                return worker is null ? null : new(worker.Email, Phone: worker.Phone);
        }
    }
}
