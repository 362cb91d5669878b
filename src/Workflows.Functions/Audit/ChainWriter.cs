using System.Threading.Channels;
using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>Appends to one chain. What asks at the same moment goes in one transaction; another process that was faster is followed.</summary>
sealed class ChainWriter(string chain, AuditTable table, KeyedHash hash, TimeProvider clock, ILogger logger) : IDisposable
{
    /// <summary>A transaction has 100 rows: the head, a month's opening, and of each entry the row and its copy.</summary>
    const int MostAtOnce = (TransactionLimits.Entities - 2) / 2;

    /// <summary>So many other processes may be faster, one after the other.</summary>
    const int MostAttempts = 20;

    readonly Channel<Waiting> waiting = Channel.CreateUnbounded<Waiting>();
    readonly SemaphoreSlim writing = new(1);
    AuditHead? head;

    /// <summary>Returns when the entry stands in the table.</summary>
    public async Task AppendAsync(AuditEntry entry)
    {
        var mine = new Waiting(entry);
        waiting.Writer.TryWrite(mine);
        await writing.WaitAsync();
        try
        {
            // Whoever is first writes for all that came meanwhile.
            if (!mine.IsWritten)
            {
                await WriteAsync(mine);
            }
        }
        finally
        {
            writing.Release();
        }
    }

    public void Dispose() => writing.Dispose();

    /// <summary>Until mine is written: those before it in the queue may fill more than one transaction.</summary>
    async Task WriteAsync(Waiting mine)
    {
        while (!mine.IsWritten)
        {
            var batch = new List<Waiting>();
            while (batch.Count < MostAtOnce && waiting.Reader.TryRead(out var next))
            {
                batch.Add(next);
            }

            try
            {
                await WriteAsync([.. batch.Select(next => next.Entry)]);
                batch.ForEach(next => next.IsWritten = true);
            }
            catch
            {
                // The others try for themselves when it is their turn.
                head = null;
                batch.Where(next => next != mine).ToList().ForEach(next => waiting.Writer.TryWrite(next));
                throw;
            }
        }
    }

    async Task WriteAsync(IReadOnlyList<AuditEntry> entries)
    {
        for (var attempt = 1; ; attempt++)
        {
            var month = AuditMonth.At(chain, clock.GetUtcNow());
            try
            {
                if (head is null || head.IsClosed || head.Month.IsBefore(month))
                {
                    head = await OpenAsync(month);
                }

                head = await AppendAsync(head, entries);
                break;
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 409 or 412 && attempt < MostAttempts)
            {
                head = null;
            }
        }

        await NoteAsync(head);
    }

    async Task<AuditHead> AppendAsync(AuditHead last, IReadOnlyList<AuditEntry> entries)
    {
        var (sequence, previous) = (last.Sequence, last.Hash);
        var rows = new List<TableTransactionAction>();
        foreach (var entry in entries)
        {
            var next = AuditChain.HashOf(last.Month.Partition, ++sequence, previous, entry);
            rows.AddRange(AuditRows.Of(last.Month.Partition, sequence, entry, previous, next).Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
            previous = next;
        }

        var after = last with { Sequence = sequence, Hash = previous };
        var row = await after.RowAsync(hash, CancellationToken.None);
        rows.Add(last.Version == default ? new(TableTransactionActionType.Add, row) : new(TableTransactionActionType.UpdateReplace, row, last.Version));
        TransactionLimits.Require(rows);
        var answers = await table.Client.SubmitTransactionAsync(rows);
        return after with { Version = answers.Value[^1].Headers.ETag!.Value };
    }

    /// <summary>The head to append to: that of the month, or of a later one that another process has opened. A former month is closed first, so that nothing comes into it behind the hash that the new one holds of it.</summary>
    async Task<AuditHead> OpenAsync(AuditMonth month)
    {
        AuditHead? latest = null;
        foreach (var (known, _) in (await table.NotesAsync(chain)).Reverse())
        {
            if (await table.HeadAsync(known) is { } row)
            {
                latest = AuditHead.Read(known, row);
                break;
            }
        }

        if (latest is { IsClosed: false } && !latest.Month.IsBefore(month))
        {
            return latest;
        }

        month = latest is null || latest.Month.IsBefore(month) ? month : latest.Month.Next;

        // The name first: a month that is named and has no entry yet does no harm, one that nobody knows of would be lost.
        await NameAsync(new(month, 0, AuditChain.Beginning));
        if (latest is { IsClosed: false })
        {
            await table.Client.UpdateEntityAsync(await (latest with { IsClosed = true }).RowAsync(hash, CancellationToken.None), latest.Version, TableUpdateMode.Replace);
        }

        var opening = new AuditEntry(AuditEvents.MonthOpened, Now, null, Role.Process, "process", Ground: latest?.Month.Name);
        var before = latest?.Hash ?? AuditChain.Beginning;
        var first = AuditChain.HashOf(month.Partition, 1, before, opening);
        var opened = new AuditHead(month, 1, first);
        var rows = AuditRows.Of(month.Partition, 1, opening, before, first).Append(await opened.RowAsync(hash, CancellationToken.None));
        var answers = await table.Client.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Add, row)));
        return opened with { Version = answers.Value[^1].Headers.ETag!.Value };
    }

    async Task NameAsync(AuditHead empty)
    {
        try
        {
            await table.Client.AddEntityAsync(await empty.NoteAsync(hash, CancellationToken.None));
        }
        catch (RequestFailedException known) when (known.Status is 409)
        {
            // Another process opens it too, or one ended before it had.
        }
    }

    /// <summary>Notes how far the month is known to be: an older head that is put back then shows. The entries stand already; a note that is lost is made up for by the next.</summary>
    async Task NoteAsync(AuditHead last)
    {
        try
        {
            await table.Client.UpsertEntityAsync(await last.NoteAsync(hash, CancellationToken.None), TableUpdateMode.Replace);
        }
        catch (RequestFailedException failure)
        {
            AuditLogs.NotNoted(logger, chain, failure.Status);
        }
    }

    /// <summary>To the millisecond, as it is hashed.</summary>
    DateTimeOffset Now => DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());

    sealed class Waiting(AuditEntry entry)
    {
        public AuditEntry Entry => entry;

        public bool IsWritten { get; set; }
    }
}
