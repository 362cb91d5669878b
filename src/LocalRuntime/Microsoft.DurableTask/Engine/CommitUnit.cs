using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Orchestrations;
using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>An ended instance to be removed.</summary>
sealed record Purge(InstanceState State, string ExecutionId, int FirstPage, int NextPage, Action<Exception?> Stored);

/// <summary>What one commit changes of one instance: a snapshot, so that the instance may change on while it is written.</summary>
sealed class CommitUnit
{
    /// <summary>What the fence leaves of a transaction.</summary>
    const int BytesForInstances = TableLimits.BytesPerTransaction - 10_000;

    CommitUnit(Instance? instance, IReadOnlyList<Part> parts, IReadOnlyList<Action<Exception?>> effects)
    {
        (Instance, Effects) = (instance, effects);
        Parts = [.. parts.Select(part => part with { Unit = this })];
    }

    public Instance? Instance { get; }

    /// <summary>What clients see once this is stored.</summary>
    public InstanceState? State { get; private init; }

    /// <summary>Whether the instance has left memory with this.</summary>
    public bool IsGone { get; private init; }

    public IReadOnlyList<Action<Exception?>> Effects { get; }

    /// <summary>Why storage refused it; null when it did not.</summary>
    public StoreException? Refused { get; set; }

    /// <summary>For tests: the execution as rebuilt from what is stored, or why it could not be.</summary>
    public OrchestrationExecution? Rebuilt { get; set; }

    public string? Divergence { get; set; }

    IReadOnlyList<Part> Parts { get; }

    /// <summary>Writes that belong into one transaction.</summary>
    public sealed record Part(CommitUnit Unit, IReadOnlyList<RowWrite> Writes);

    public static CommitUnit Take(Instance instance)
    {
        List<Part> parts = [];
        var changes = instance.Changes;
        if (HistoryPages.AreNeeded(instance))
        {
            // Pages first: the row that counts them comes last, so that half of them is none of them.
            parts.AddRange(HistoryPages.Move(instance).Select(page => new Part(null!, [page])));
            changes.IsRewrite = true;
        }

        parts.Add(new(null!, Main(instance)));
        parts.AddRange(changes.ObsoletePages.Select(page => new Part(null!, [new DeleteRow(InstanceRows.PageKey(instance.ExecutionId, page))])));
        instance.IsDirty = false;
        instance.IsCommitting = true;
        changes.Clear(instance.Episodes.Count);
        return new(instance, parts, instance.TakeAfterCommit()) { State = instance.Snapshot(), IsGone = instance.IsGone };
    }

    public static CommitUnit Take(Purge purge) => new(
        null,
        [
            new(null!, [new DeleteRow(InstanceRows.EndedKey(purge.State.Id))]),
            .. Enumerable.Range(purge.FirstPage, purge.NextPage - purge.FirstPage)
                .Select(page => new Part(null!, [new DeleteRow(InstanceRows.PageKey(purge.ExecutionId, page))])),
        ],
        [purge.Stored]);

    /// <summary>Packs parts into as few transactions as the limits allow, in order.</summary>
    public static IEnumerable<IReadOnlyList<Part>> IntoTransactions(IEnumerable<CommitUnit> units)
    {
        List<Part> transaction = [];
        var (rows, bytes) = (0, 0);
        foreach (var part in units.SelectMany(unit => unit.Parts))
        {
            var size = part.Writes.Sum(TableLimits.BytesOnTheWire);
            if (transaction.Count > 0
                && (rows + part.Writes.Count > TableLimits.RowsPerTransaction - 1 || bytes + size > BytesForInstances))
            {
                yield return transaction;
                transaction = [];
                (rows, bytes) = (0, 0);
            }

            transaction.Add(part);
            rows += part.Writes.Count;
            bytes += size;
        }

        if (transaction.Count > 0)
        {
            yield return transaction;
        }
    }

    static List<RowWrite> Main(Instance instance)
    {
        var changes = instance.Changes;
        var key = InstanceRows.ActiveKey(instance.Id);
        if (!instance.IsGone)
        {
            return [changes.IsStored && !changes.IsRewrite ? new MergeRow(key, InstanceRows.Changed(instance)) : new PutRow(key, InstanceRows.Whole(instance))];
        }

        var ended = new PutRow(InstanceRows.EndedKey(instance.Id), InstanceRows.Whole(instance));
        return changes.IsStored ? [new DeleteRow(key), ended] : [ended];
    }
}
