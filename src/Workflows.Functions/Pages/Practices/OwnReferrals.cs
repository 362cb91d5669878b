using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Pages.Codes;
using Workflows.Functions.Problems;
using Workflows.Functions.Referrals;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Practices;

/// <summary>Referrals of a practice's list as its pages show them: to whichever organisation, and with the names of the clients when somebody asks for them.</summary>
sealed class OwnReferrals(ListedCases cases, DirectoryStore directory)
{
    /// <returns>In the order of the rows.</returns>
    public Task<OwnItem[]> OfAsync(IEnumerable<ListedReferral> rows, Caller caller, bool withNames, Language language, CancellationToken cancellation) =>
        Task.WhenAll(rows.Select(async row =>
        {
            var organisation = row.Organisation is { } id ? await directory.OrganisationAsync(id, cancellation) : null;
            return new OwnItem(
                row.Id, row.Status, CodeTexts.Reason(row.Status, row.StatusReason, language), organisation?.Name ?? row.Organisation ?? "", row.ReceivedAt,
                Standing.Of(row, new TimelineTexts(organisation, language), language), row.UnseenSince,
                withNames ? await cases.NameAsync(row.Id, row.Organisation, caller, cancellation) : null);
        }));
}
