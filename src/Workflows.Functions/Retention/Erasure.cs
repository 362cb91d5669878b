using Workflows.Functions.Storage;

namespace Workflows.Functions.Retention;

/// <summary>Makes a person unreadable: the data key first, and with it every copy of the dossier; then the rows that lead to the person.</summary>
sealed class Erasure(DossierStore dossiers, SubmissionStore submissions)
{
    /// <summary>Can be repeated.</summary>
    public async Task EraseAsync(string referral, CancellationToken cancellation = default)
    {
        await dossiers.EraseAsync(referral, cancellation);
        await submissions.EraseAsync(referral, cancellation);
    }
}
