using Workflows.Functions.Storage;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>Finds the open referral that a new one may repeat: of the same client, to the same organisation.</summary>
sealed class Duplicates(SameClientStore clients, TimelineStore timeline)
{
    /// <summary>The id of the referral that came first; null when there is none, or it has ended.</summary>
    /// <remarks>Only the later of two is a duplicate: of two that come at the same moment one still goes on.</remarks>
    public async Task<string?> FindAsync(Question question, ClientDetails client, CancellationToken cancellation = default)
    {
        var others = await clients.OthersAsync(question.Organisation, question.Referral, client.GivenName, client.FamilyName, client.BirthDate, cancellation);
        var earlier = new List<Referral>();
        foreach (var other in others)
        {
            if (await timeline.ReadSummaryAsync(other, cancellation) is { } summary
                && ReferralJson.ReadReferral(summary) is { IsErased: false, Status.IsClosed: false } open
                && (open.ReceivedAt, open.Id).CompareTo((question.At, question.Referral)) < 0)
            {
                earlier.Add(open);
            }
        }

        return earlier.OrderBy(open => open.ReceivedAt).ThenBy(open => open.Id, StringComparer.Ordinal).FirstOrDefault()?.Id;
    }
}
