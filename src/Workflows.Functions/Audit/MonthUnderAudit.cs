using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Audit;

/// <summary>One look through a month, up to where its end was when the look began: what comes in meanwhile is for the next look.</summary>
/// <param name="month">The month.</param>
/// <param name="former">The end of the month before; null at the chain's beginning.</param>
/// <param name="table">Has the rows.</param>
/// <param name="hash">Has the key with which ends are sealed.</param>
sealed class MonthUnderAudit(AuditMonth month, AuditHead? former, AuditTable table, KeyedHash hash)
{
    readonly Dictionary<long, string> uncopied = [];
    string previous = former?.Hash ?? AuditChain.Beginning;
    string? noted;
    long last;
    long beyond;

    /// <summary>The end of the month; null for a month that never began.</summary>
    public AuditHead? Head { get; private set; }

    /// <param name="note">How far the month was known to be.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <returns>The first entry that is not as it was written; null when all are.</returns>
    public async Task<AuditBreak?> BreakAsync(TableEntity note, CancellationToken cancellation)
    {
        var known = AuditHead.Read(month, note);
        if (!await known.IsSealedInAsync(note, hash, cancellation))
        {
            return At(Math.Max(known.Sequence, 1), AuditFault.Forged);
        }

        if (await table.HeadAsync(month, cancellation) is { } row)
        {
            Head = AuditHead.Read(month, row);
            if (!await Head.IsSealedInAsync(row, hash, cancellation))
            {
                return At(Math.Max(Head.Sequence, 1), AuditFault.Forged);
            }
        }

        var end = Head?.Sequence ?? 0;
        await foreach (var read in table.RowsAsync(month, cancellation))
        {
            if (Look(read, end, known) is { } broken)
            {
                return broken;
            }
        }

        return last < end ? At(last + 1, AuditFault.Missing)
            : end > 0 && Head!.Hash != previous ? At(end, AuditFault.Rewritten)
            : await IsBehindTheEndAsync(cancellation) ? At(end + 1, AuditFault.BehindTheEnd)
            : end < known.Sequence ? At(end + 1, AuditFault.Missing)
            : known.Sequence > 0 && noted != known.Hash ? At(known.Sequence, AuditFault.Rewritten)
            : uncopied.Count > 0 ? At(uncopied.Keys.Min(), AuditFault.CopyDiffers)
            : null;
    }

    AuditBreak? Look(TableEntity row, long end, AuditHead known)
    {
        if (AuditRows.Sequence(row.RowKey) is { } sequence)
        {
            beyond = Math.Max(beyond, sequence);
            return sequence > end ? null : Follow(sequence, row, known);
        }

        return AuditRows.CopiedSequence(row.RowKey) is { } copied && copied <= end ? Compare(copied, row) : null;
    }

    AuditBreak? Follow(long sequence, TableEntity row, AuditHead known)
    {
        if (sequence != last + 1)
        {
            return At(last + 1, AuditFault.Missing);
        }

        var entry = AuditRows.Read(row);
        var (before, own) = (row.GetString(AuditRows.Previous), row.GetString(AuditRows.Hash));
        if (own != AuditChain.HashOf(month.Partition, sequence, before, entry))
        {
            return At(sequence, AuditFault.Changed);
        }

        if (before != previous)
        {
            // This one is as it was written: the one before it, or the end of the month before, is not.
            return sequence > 1 ? At(sequence - 1, AuditFault.Rewritten)
                : entry.Ground is { } named && named != former?.Month.Name ? new(named, 1, AuditFault.Missing)
                : new(former?.Month.Name ?? month.Name, former?.Sequence ?? 1, AuditFault.Rewritten);
        }

        (previous, last) = (own, sequence);
        noted = sequence == known.Sequence ? own : noted;
        if (entry.Referral is not null)
        {
            uncopied[sequence] = own;
        }

        return null;
    }

    AuditBreak? Compare(long sequence, TableEntity copy) =>
        uncopied.Remove(sequence, out var own) && own == copy.GetString(AuditRows.Hash)
            && own == AuditChain.HashOf(month.Partition, sequence, copy.GetString(AuditRows.Previous), AuditRows.Read(copy))
            ? null
            : At(sequence, AuditFault.CopyDiffers);

    /// <summary>What came in during the look moved the end as well.</summary>
    async Task<bool> IsBehindTheEndAsync(CancellationToken cancellation) =>
        beyond > (Head?.Sequence ?? 0) && beyond > (await table.HeadAsync(month, cancellation))?.GetInt64(nameof(AuditHead.Sequence)).GetValueOrDefault();

    AuditBreak At(long sequence, AuditFault why) => new(month.Name, sequence, why);
}
