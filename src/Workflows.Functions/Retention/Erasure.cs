using Workflows.Functions.Clients;
using Workflows.Functions.Intake;
using Workflows.Functions.Notifications;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Retention;

/// <summary>Makes a person unreadable: the data key first, and with it every copy of the dossier; then the rows that lead to the person.</summary>
sealed class Erasure(ErasureList list, DossierStore dossiers, SubmissionStore submissions, Suppressions suppressions, ClientSessions sessions)
{
    /// <summary>Can be repeated: every step finds what the one before has left.</summary>
    public async Task EraseAsync(string referral, CancellationToken cancellation = default)
    {
        await list.AddAsync(referral, cancellation);
        await ForgetAddressesAsync(referral, cancellation);
        await dossiers.EraseAsync(referral, cancellation);
        await submissions.EraseAsync(referral, cancellation);
        await sessions.EndAllAsync(referral, cancellation);
    }

    /// <summary>Keyed hashes of the client's addresses go, too. The dossier says which they are, so this comes before its key is gone.</summary>
    /// <remarks>Whoever is referred again is not written to because of this: the provider keeps a list of its own, and what it refuses stands on ours once more.</remarks>
    async Task ForgetAddressesAsync(string referral, CancellationToken cancellation)
    {
        if (await dossiers.ReadAsync(referral, DossierSection.Client, cancellation) is not { } json)
        {
            return;
        }

        var client = DossierSections.Read<ClientDetails>(json);
        if (client.Email is { } email)
        {
            await suppressions.LiftAsync(Channel.Email, email, cancellation);
        }

        if (client.Phone is { } phone)
        {
            await suppressions.LiftAsync(Channel.Sms, phone, cancellation);
        }
    }
}
