using System.Threading.Channels;
using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.ServiceBusEmulator.Storage;

/// <summary>Writes to the table in the order in which it is asked, many at a time: everything of a namespace is in one partition.</summary>
/// <remarks>What is written together is written in one transaction, up to the service's 100 entities; more than that in several.</remarks>
sealed class Journal : IAsyncDisposable
{
    const int MostEntities = 100;

    /// <summary>A transaction may have 4 MiB, and binary properties travel as base64.</summary>
    const int MostBytes = 2_500_000;

    readonly Channel<Entry> entries = Channel.CreateUnbounded<Entry>(new UnboundedChannelOptions { SingleReader = true });
    readonly TableClient table;
    readonly Task writing;

    public Journal(TableClient table)
    {
        this.table = table;
        writing = Task.Run(WriteAllAsync);
    }

    /// <summary>Completes when the changes are kept, and fails when they are not.</summary>
    /// <param name="changes">What is kept together.</param>
    /// <param name="kept">Called before this completes, and in the order of the journal, which continuations do not have.</param>
    public Task WriteAsync(IReadOnlyList<TableTransactionAction> changes, Action? kept = null)
    {
        var entry = new Entry(changes, kept, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        return changes.Count == 0 ? Task.CompletedTask
            : entries.Writer.TryWrite(entry) ? entry.Written.Task
            : Task.FromException(new ObjectDisposedException(nameof(Journal)));
    }

    /// <summary>Writes what was asked so far, then stops.</summary>
    public async ValueTask DisposeAsync()
    {
        entries.Writer.TryComplete();
        await writing;
    }

    async Task WriteAllAsync()
    {
        while (await entries.Reader.WaitToReadAsync())
        {
            var batch = new List<Entry>();
            var keys = new HashSet<string>();
            var bytes = 0;
            while (entries.Reader.TryPeek(out var next)
                && (batch.Count == 0 || keys.Count + next.Changes.Count <= MostEntities && bytes + next.Bytes <= MostBytes && !next.Keys.Any(keys.Contains)))
            {
                entries.Reader.TryRead(out _);
                batch.Add(next);
                keys.UnionWith(next.Keys);
                bytes += next.Bytes;
            }

            await WriteAsync(batch);
        }
    }

    async Task WriteAsync(List<Entry> batch)
    {
        try
        {
            await SubmitAsync([.. batch.SelectMany(entry => entry.Changes)]);
            batch.ForEach(entry => entry.Finish());
        }
        catch (Exception failure)
        {
            if (batch is [var single])
            {
                single.Fail(failure);
                return;
            }

            // One of them spoils the transaction: each by itself shows which.
            foreach (var entry in batch)
            {
                await WriteAsync([entry]);
            }
        }
    }

    async Task SubmitAsync(IReadOnlyList<TableTransactionAction> changes)
    {
        foreach (var part in Parts(changes))
        {
            await table.SubmitTransactionAsync(part);
        }
    }

    static IEnumerable<List<TableTransactionAction>> Parts(IReadOnlyList<TableTransactionAction> changes)
    {
        var part = new List<TableTransactionAction>();
        var bytes = 0;
        foreach (var change in changes)
        {
            if (part.Count == MostEntities || part.Count > 0 && bytes + MessageRows.Bytes(change.Entity) > MostBytes)
            {
                yield return part;
                part = [];
                bytes = 0;
            }

            part.Add(change);
            bytes += MessageRows.Bytes(change.Entity);
        }

        yield return part;
    }

    sealed record Entry(IReadOnlyList<TableTransactionAction> Changes, Action? Kept, TaskCompletionSource Written)
    {
        public IEnumerable<string> Keys => Changes.Select(change => change.Entity.RowKey);

        public int Bytes { get; } = Changes.Sum(change => MessageRows.Bytes(change.Entity));

        public void Finish()
        {
            Kept?.Invoke();
            Written.SetResult();
        }

        /// <summary>A row that is gone already is what a delete wanted: the client library asks again when an answer was lost.</summary>
        public void Fail(Exception failure)
        {
            if (failure is RequestFailedException { Status: 404 } && Changes.All(change => change.ActionType is TableTransactionActionType.Delete or TableTransactionActionType.UpdateMerge))
            {
                Finish();
            }
            else
            {
                Written.SetException(failure);
            }
        }
    }
}
