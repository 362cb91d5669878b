using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Intake;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>Referrals of a list as a page shows them, with the names of the clients when somebody asks for them.</summary>
sealed class ListedCases(DossierStore dossiers, AuditTrail trail, TimeProvider clock)
{
    /// <param name="rows">The rows of the list.</param>
    /// <param name="organisation">Whose list it is.</param>
    /// <param name="caller">Who reads it.</param>
    /// <param name="withNames">Whether the caller asked whom they are about. Each look at a name is recorded.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>In the order of the rows.</returns>
    public Task<CaseItem[]> OfAsync(
        IEnumerable<ListedReferral> rows, Organisation organisation, Caller caller, bool withNames, Language language, CancellationToken cancellation) =>
        Task.WhenAll(rows.Select(async row => new CaseItem(
            row.Id, row.Status, CodeTexts.Reason(row.Status, row.StatusReason, language), organisation.Practice(row.Practice)?.Name ?? row.Practice, row.ReceivedAt,
            row.Status == ReferralStatus.Accepted && row.HandoverAt <= clock.GetUtcNow() ? null : row.HandoverAt,
            (row.Limit ?? row.Next) is { } next ? DeadlineItem.Of(next, clock.GetUtcNow(), language) : null, withNames ? await NameAsync(row.Id, organisation.Id, caller, cancellation) : null)));

    /// <summary>Whom a referral to that organisation is about, once it is recorded that the caller sees it; null when nobody knows any more.</summary>
    public async Task<string?> NameAsync(string referral, string? organisation, Caller caller, CancellationToken cancellation) =>
        await ClientAsync(referral, organisation, caller, cancellation) is { } client ? ClientCard.NameOf(client) : null;

    /// <summary>The same, with all that is known of the client.</summary>
    public async Task<ClientDetails?> ClientAsync(string referral, string? organisation, Caller caller, CancellationToken cancellation)
    {
        await trail.RecordAsync(AuditEvents.ClientRead, caller, organisation, referral);
        return await dossiers.ReadAsync(referral, DossierSection.Client, cancellation) is { } client ? DossierSections.Read<ClientDetails>(client) : null;
    }
}
