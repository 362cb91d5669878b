using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>
/// Makes the audit chains of a restored backup end with the last entry that it holds: entries that came while it read a chain are named in the chain's end and are not there.
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

        var head = AuditHead.Read(month, row);
        if (await LastAsync(month, head.Sequence, cancellation) is { } last && (last.Sequence < head.Sequence || last.Sequence < noted.Sequence))
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
