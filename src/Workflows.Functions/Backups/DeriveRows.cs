using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Makes from a part of the timelines what follows from them: where each referral stands in lists, its fact, and the mark of one that still holds a command or an effect. Can be repeated.</summary>
sealed class DeriveRows(Tables tables, ListStore lists, FactStore facts, ProfileStore profiles, PendingMarks marks)
{
    const int MostRows = 100_000;

    [Function(nameof(DeriveRows))]
    public async Task<TablePlace?> Run([ActivityTrigger] PlaceToDerive from, CancellationToken cancellation)
    {
        var rows = 0;
        await foreach (var page in TablePages.ReadAsync(tables.Timeline, from.Place, byPartition: true, cancellation))
        {
            await lists.PutAsync(page.Rows.Where(row => row.RowKey == TimelineRows.Summary).SelectMany(row => ReferralLists.Of(ReferralJson.ReadReferral(row.GetText(TimelineRows.Json)))), cancellation);
            await Task.WhenAll(page.Rows.Where(row => TimelineRows.IsPendingCommand(row) || TimelineRows.IsEffect(row)).Select(row => row.PartitionKey).Distinct().Select(referral => marks.SetAsync(referral, cancellation)));
            var told = await Task.WhenAll(page.Rows.Where(TimelineRows.IsEvent).GroupBy(row => row.PartitionKey).Select(
                async events => ToldTimeline.Of(events.Key, events.Select(TimelineRows.Event), await profiles.FindAsync(events.Key, cancellation))));
            await facts.PutAsync(told.OfType<ToldTimeline>(), cancellation);
            rows += page.Rows.Count;
            if (rows >= MostRows && page.Next is not null)
            {
                return page.Next;
            }
        }

        return null;
    }
}

/// <summary>Where to go on.</summary>
/// <param name="Place">Null at the beginning.</param>
sealed record PlaceToDerive(TablePlace? Place);
