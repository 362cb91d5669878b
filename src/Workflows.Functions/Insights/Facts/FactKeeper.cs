using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Insights.Facts;

/// <summary>Keeps facts, and says where one came too late for a month that was rolled up already.</summary>
sealed class FactKeeper(FactStore facts, LookMarks marks, ListStore lists, TimeProvider clock)
{
    /// <summary>Makes the fact of a referral and keeps it. Can be repeated.</summary>
    /// <returns>Whether there was anything new.</returns>
    public Task<bool> KeepAsync(string referral, CancellationToken cancellation = default) => facts.KeepAsync(
        referral,
        async news =>
        {
            if (news.Since <= Closing.LastDay(clock) && await marks.BegunAsync(news.Row.Organisation, cancellation) >= news.Since)
            {
                await marks.NoteLateAsync(news.Row.Organisation, news.Row.Cohort, news.Since, cancellation);
            }
        },
        cancellation);

    /// <summary>Makes the facts anew that stayed behind their timelines, because an event got lost on its way.</summary>
    /// <returns>How many did.</returns>
    public async Task<int> CatchUpAsync(string organisation, CancellationToken cancellation = default)
    {
        var (kept, count) = (await facts.SequencesAsync(organisation, cancellation), 0);
        await foreach (var listed in lists.AllAsync(ReferralLists.All(organisation), cancellation).Select(ReferralJson.ReadListed))
        {
            if ((!kept.TryGetValue(listed.Id, out var sequence) || sequence < listed.Sequence) && await KeepAsync(listed.Id, cancellation))
            {
                count++;
            }
        }

        return count;
    }
}
