using Workflows.Functions.Storage;

namespace Workflows.Functions.Audit;

/// <summary>Looks through a chain, month by month, for the first entry that is not as it was written.</summary>
sealed class AuditVerifier(AuditTable table, KeyedHash hash)
{
    public async Task<AuditVerdict> VerifyAsync(string chain, CancellationToken cancellation = default)
    {
        var good = new List<AuditedMonth>();
        AuditHead? former = null;
        var notes = await table.NotesAsync(chain, cancellation);
        foreach (var (month, note) in notes)
        {
            var look = new MonthUnderAudit(month, former, table, hash);
            if (await look.BreakAsync(note, cancellation) is { } broken)
            {
                return new(chain, false, good, broken);
            }

            // A name without a month: whoever opened it ended before its first entry stood there.
            if (look.Head is { } head)
            {
                good.Add(new(month.Name, head.Sequence, head.Hash));
                former = head;
            }
        }

        // A month is named before the one before it is closed: a closed one that is the last has lost its successor.
        return former is { IsClosed: true } && notes[^1].Month == former.Month
            ? new(chain, false, good, new(former.Month.Next.Name, 1, AuditFault.Missing))
            : new(chain, true, good, null);
    }
}
