using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>
/// The names of the referrals that may hold a command or an effect. A mark is set before such a row is written, and cleared by the sweep alone,
/// so that a crash between the two leaves a mark too many and never one too few.
/// </summary>
/// <param name="table">The Pending table: one row per marked referral.</param>
/// <param name="machine">Real time, as the storage service stamps its rows; never the clock that can be moved.</param>
sealed class PendingMarks(TableClient table, TimeProvider machine)
{
    const string RowKey = "pending";

    /// <summary>A write that took longer is marked once more: its first mark may have been cleared before the row was there.</summary>
    static readonly TimeSpan QuickWrite = TimeSpan.FromSeconds(30);

    /// <summary>A mark younger than this stays: the row that it announces may still be on its way.</summary>
    static readonly TimeSpan Shortest = TimeSpan.FromMinutes(1);

    /// <summary>Runs <paramref name="write"/> under a mark.</summary>
    public async Task<T> AroundAsync<T>(string referral, Func<Task<T>> write, CancellationToken cancellation)
    {
        var started = machine.GetTimestamp();
        await SetAsync(referral, cancellation);
        var written = await write();
        if (machine.GetElapsedTime(started) > QuickWrite)
        {
            await SetAsync(referral, cancellation);
        }

        return written;
    }

    /// <summary>The marks that were last set at least <paramref name="olderThan"/> ago.</summary>
    public IAsyncEnumerable<TableEntity> OlderThanAsync(TimeSpan olderThan, CancellationToken cancellation)
    {
        var before = machine.GetUtcNow() - olderThan;
        return table.QueryAsync<TableEntity>(cancellationToken: cancellation).Where(mark => mark.Timestamp <= before);
    }

    /// <summary>How long the oldest mark has been there; zero when there is none.</summary>
    public async Task<TimeSpan> OldestAsync(CancellationToken cancellation)
    {
        var now = machine.GetUtcNow();
        var oldest = now;
        await foreach (var mark in OlderThanAsync(TimeSpan.Zero, cancellation))
        {
            oldest = mark.Timestamp < oldest ? mark.Timestamp.Value : oldest;
        }

        return now - oldest;
    }

    /// <summary>Clears a mark whose referral was found to hold nothing, unless it was set again meanwhile.</summary>
    public async Task ClearAsync(TableEntity mark, CancellationToken cancellation)
    {
        if (machine.GetUtcNow() - mark.Timestamp < Shortest)
        {
            return;
        }

        try
        {
            await table.DeleteEntityAsync(mark.PartitionKey, mark.RowKey, mark.ETag, cancellation);
        }
        catch (RequestFailedException setAgain) when (setAgain.Status is 412)
        {
            // The next sweep looks again.
        }
    }

    /// <summary>Marks a referral that holds something; <see cref="AroundAsync"/> does it for who is about to write.</summary>
    public async Task SetAsync(string referral, CancellationToken cancellation) =>
        await table.UpsertEntityAsync(new TableEntity(TableKey.Valid(referral), RowKey), TableUpdateMode.Replace, cancellation);
}
