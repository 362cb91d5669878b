using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <content>Group commit: one commit at a time; what changes meanwhile, of however many instances, goes into the next one.</content>
sealed partial class TaskHub
{
    readonly List<Instance> dirty = [];
    readonly List<Purge> purges = [];
    bool isCommitting;

    void MarkDirty(Instance instance)
    {
        if (!instance.IsDirty && !instance.IsRefused)
        {
            instance.IsDirty = true;
            dirty.Add(instance);
        }
    }

    static void AfterCommit(Instance instance, Action effect) => instance.AfterCommit.Add(failure =>
    {
        if (failure is null)
        {
            effect();
        }
    });

    void StartCommit()
    {
        if (isCommitting || (dirty.Count == 0 && purges.Count == 0))
        {
            return;
        }

        isCommitting = true;
        CommitUnit[] units = [.. dirty.Select(CommitUnit.Take), .. purges.Select(CommitUnit.Take)];
        dirty.Clear();
        purges.Clear();
        RunBeside(() => CommitAsync(units));
    }

    async Task CommitAsync(CommitUnit[] units)
    {
        foreach (var transaction in CommitUnit.IntoTransactions(units))
        {
            await WriteAsync(transaction);
        }

        if (options.ReplayAfterEachEpisode)
        {
            await RebuildAsync(units);
        }

        mailbox.Post(() => Committed(units));
    }

    async Task WriteAsync(IReadOnlyList<CommitUnit.Part> transaction)
    {
        try
        {
            await fence.WriteAsync([.. transaction.SelectMany(part => part.Writes)], halted);
        }
        catch (StoreException refused) when (transaction.Count > 1)
        {
            // One of them is the culprit; the others must not suffer.
            LogRefused(refused.Message);
            foreach (var part in transaction)
            {
                await WriteAsync([part]);
            }
        }
        catch (StoreException refused)
        {
            transaction[0].Unit.Refused = refused;
        }
    }

    void Committed(CommitUnit[] units)
    {
        isCommitting = false;
        if (isAbandoned)
        {
            return;
        }

        foreach (var unit in units)
        {
            if (unit.Instance is { } instance)
            {
                Committed(unit, instance);
            }

            foreach (var effect in unit.Effects)
            {
                effect(unit.Refused);
            }
        }
    }

    void Committed(CommitUnit unit, Instance instance)
    {
        instance.IsCommitting = false;
        if (unit.Refused is { } refused)
        {
            Reload(instance, refused);
            return;
        }

        instance.Stored = unit.State;
        if (unit.IsGone)
        {
            instances.Remove(instance.Id);
            instance.WhenGone.ForEach(next => next());
        }
        else if (unit.Rebuilt is { } rebuilt && !instance.IsDirty && !instance.HasEnded && instance.ParkedBecause is null)
        {
            instance.Execution = rebuilt;
        }

        if (unit.Divergence is { } divergence)
        {
            Park(instance, divergence);
            MarkDirty(instance);
        }

        if (instance.WakeAfterCommit)
        {
            instance.WakeAfterCommit = false;
            MakeRunnable(instance);
        }

        Notify(unit.State!);
    }

    /// <summary>Storage refuses what an instance has become: it goes back to what is stored, and is set aside. What arrives meanwhile is kept for it.</summary>
    void Reload(Instance refused, StoreException reason)
    {
        // It did not end, and what it did while it was being refused goes the same way.
        refused.IsRefused = true;
        refused.Status = OrchestrationRuntimeStatus.Pending;
        refused.Execution = null;
        dirty.Remove(refused);
        refused.TakeAfterCommit().ForEach(effect => effect(reason));
        loading++;
        RunBeside(async () =>
        {
            var row = await retry.RunAsync(() => options.Store.ReadAsync(InstanceRows.ActiveKey(refused.Id), halted), halted);
            mailbox.Post(() =>
            {
                loading--;
                Replace(refused, row is null ? null : InstanceRows.ToInstance(row), reason);
            });
        });
    }

    void Replace(Instance refused, Instance? stored, StoreException reason)
    {
        instances.Remove(refused.Id);
        if (stored is not null)
        {
            instances.Add(stored.Id, stored);
            stored.HasUndelivered = stored.Outbox.Count > 0;
            Park(stored, reason.Message);
            stored.Stored = stored.Snapshot();
        }

        foreach (var arrival in refused.Arrivals)
        {
            if (stored is not null)
            {
                Arrive(stored, arrival);
            }
            else
            {
                arrival.Taken?.Invoke();
                arrival.Stored?.Invoke(reason);
            }
        }

        // Who wants the id looks again whether it is free.
        refused.WhenGone.ForEach(next => next());
    }

    [LoggerMessage(140, LogLevel.Error, "Storage refused a transaction: {Reason} Its rows are written one by one.")]
    partial void LogRefused(string reason);
}
