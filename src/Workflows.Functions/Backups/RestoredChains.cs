using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>
/// Makes the audit chains of a restored backup end with the last entry that it holds. Of entries that came while it read a chain it may have the copies, which are read last, and an end that
/// knows of them; both would be in the way of those that follow.
/// Only after a restore, whose backup is the app's own by its signature: anywhere else an end that is too far is a sign that somebody took entries away.
/// </summary>
sealed class RestoredChains(AuditTable table, KeyedHash hash, ILogger logger)
{
    public async Task CutAsync(string chain, CancellationToken cancellation = default)
    {
        foreach (var (month, note) in await table.NotesAsync(chain, cancellation))
        {
            await CutAsync(month, AuditHead.Read(month, note), cancellation);
        }
    }

    async Task CutAsync(AuditMonth month, AuditHead noted, CancellationToken cancellation)
    {
        if (await table.HeadAsync(month, cancellation) is not { } row)
        {
            return;
        }

        // Into a month that was closed, and is whole, nothing came meanwhile.
        var head = AuditHead.Read(month, row);
        if (await LastAsync(month, head.Sequence, cancellation) is not { } last || (head.IsClosed && last.Sequence == head.Sequence))
        {
            return;
        }

        await foreach (var copy in table.RowsAsync(month, cancellation).Where(row => AuditRows.CopiedSequence(row.RowKey) > last.Sequence))
        {
            await table.Client.DeleteEntityAsync(copy.PartitionKey, copy.RowKey, ETag.All, cancellation);
        }

        if (last.Sequence < Math.Max(head.Sequence, noted.Sequence))
        {
            await table.Client.UpsertEntityAsync(await last.RowAsync(hash, cancellation), TableUpdateMode.Replace, cancellation);
            await table.Client.UpsertEntityAsync(await last.NoteAsync(hash, cancellation), TableUpdateMode.Replace, cancellation);
            logger.ChainWasCut(month.Chain, month.Name, last.Sequence);
        }
    }

    /// <summary>The last entry that is there, at or before a sequence: few are missing.</summary>
    async Task<AuditHead?> LastAsync(AuditMonth month, long sequence, CancellationToken cancellation)
    {
        for (; sequence > 0; sequence--)
        {
            if (await table.Client.GetEntityIfExistsAsync<TableEntity>(month.Partition, AuditRows.Key(sequence), cancellationToken: cancellation) is { HasValue: true, Value: { } entry })
            {
                return new(month, sequence, entry.GetString(AuditRows.Hash));
            }
        }

        return null;
    }
}
