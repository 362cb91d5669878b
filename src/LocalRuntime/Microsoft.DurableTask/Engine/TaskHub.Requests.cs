using System.Runtime.CompilerServices;
using DurableTask.Core.Exceptions;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Engine;

/// <content>What clients ask for. Each answer comes once what it says is stored.</content>
sealed partial class TaskHub
{
    readonly Dictionary<string, List<Watcher>> watchers = [];
    readonly HashSet<TaskCompletionSource> waiting = [];
    readonly HashSet<string> purging = [];

    public Task ScheduleAsync(NewInstance wanted)
    {
        var stored = Answer();
        mailbox.Post(() => Schedule(wanted, stored));
        return stored.Task;
    }

    /// <summary>Stores an event for an instance; false, and nothing is stored, when there is none that runs.</summary>
    public async Task<bool> TellAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        var stored = Answer();
        var runs = true;
        mailbox.Post(() =>
        {
            if (instances.TryGetValue(instanceId, out var instance) && !instance.HasEnded)
            {
                Arrive(instance, new(happened, Stored: failure => Reply(stored, failure)));
            }
            else
            {
                runs = false;
                Reply(stored, null);
            }
        });
        await stored.Task.WaitAsync(cancellation);
        return runs;
    }

    /// <summary>An instance as stored; null when there is none.</summary>
    public async Task<InstanceState?> FindAsync(string instanceId, CancellationToken cancellation)
    {
        var active = await AskAsync(() => instances.GetValueOrDefault(instanceId)?.Stored, cancellation);
        if (active is not null)
        {
            return active;
        }

        var row = await retry.RunAsync(() => options.Store.ReadAsync(InstanceRows.EndedKey(instanceId), cancellation), cancellation);
        return row is null ? null : InstanceRows.ToState(row);
    }

    /// <summary>What an instance went through since it last began anew, as stored; null when there is none of that id.</summary>
    public async Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellation) =>
        await StoredAsync(InstanceRows.ActiveKey(instanceId), cancellation) is { } active ? new(active.Stored!, active.Generation, active.Due, EpisodesOf(active))
        : await StoredAsync(InstanceRows.EndedKey(instanceId), cancellation) is { } ended ? new(ended.Stored!, ended.Generation, null, EpisodesOf(ended))
        : null;

    /// <summary>Waits until a stored state of the instance, now or later, is as wanted.</summary>
    public async Task<InstanceState> WaitAsync(string instanceId, Predicate<InstanceState> isWanted, CancellationToken cancellation)
    {
        var watcher = new Watcher(isWanted, new(TaskCreationOptions.RunContinuationsAsynchronously));
        mailbox.Post(() => Watch(instanceId, watcher));
        try
        {
            // Watched first and looked at then: nothing is missed in between.
            return await FindAsync(instanceId, cancellation) is { } state && isWanted(state) ? state : await watcher.Seen.Task.WaitAsync(cancellation);
        }
        finally
        {
            mailbox.Post(() => Unwatch(instanceId, watcher));
        }
    }

    /// <summary>The unfinished instances as stored, by id.</summary>
    public Task<InstanceState[]> ActiveAsync(CancellationToken cancellation) =>
        AskAsync(() => instances.Values.Select(instance => instance.Stored).OfType<InstanceState>().OrderBy(state => state.Id, StringComparer.Ordinal).ToArray(), cancellation);

    /// <summary>The ended instances from a key on.</summary>
    public async IAsyncEnumerable<InstanceState> EndedAsync(string from, [EnumeratorCancellation] CancellationToken cancellation)
    {
        string? continuation = null;
        do
        {
            var page = await retry.RunAsync(
                () => options.Store.ReadRangeAsync(from, InstanceRows.Behind(InstanceRows.Ended), 1_000, continuation, cancellation), cancellation);
            foreach (var row in page.Rows)
            {
                yield return InstanceRows.ToState(row);
            }

            continuation = page.Continuation;
        }
        while (continuation is not null);
    }

    /// <summary>Removes an ended instance with its history; false when there is none of that id that has ended.</summary>
    public async Task<bool> PurgeAsync(string instanceId, CancellationToken cancellation)
    {
        var row = await retry.RunAsync(() => options.Store.ReadAsync(InstanceRows.EndedKey(instanceId), cancellation), cancellation);
        if (row is null)
        {
            return false;
        }

        var ended = InstanceRows.ToInstance(row);
        var stored = Answer();
        var isPurged = true;
        mailbox.Post(() =>
        {
            if (!purging.Add(instanceId) || instances.ContainsKey(instanceId))
            {
                isPurged = false;
                Reply(stored, null);
                return;
            }

            purges.Add(new(ended.Stored!, ended.ExecutionId, ended.FirstPage, ended.NextPage, failure =>
            {
                purging.Remove(instanceId);
                Reply(stored, failure);
            }));
        });
        await stored.Task.WaitAsync(cancellation);
        return isPurged;
    }

    /// <summary>An instance with its whole history, as another process would find it.</summary>
    async Task<Instance?> StoredAsync(string key, CancellationToken cancellation)
    {
        var row = await retry.RunAsync(() => options.Store.ReadAsync(key, cancellation), cancellation);
        if (row is null)
        {
            return null;
        }

        var stored = InstanceRows.ToInstance(row);
        stored.Archive = await HistoryPages.ReadAsync(options.Store, retry, stored.ExecutionId, stored.FirstPage, stored.NextPage, cancellation);
        return stored;
    }

    void Schedule(NewInstance wanted, TaskCompletionSource stored)
    {
        if (!instances.TryGetValue(wanted.Id, out var existing))
        {
            Create(wanted, stored);
            return;
        }

        if (!existing.HasEnded && wanted.RefusedBy.Contains(existing.Snapshot().Status))
        {
            Reply(stored, new OrchestrationAlreadyExistsException($"An orchestration instance with the id '{wanted.Id}' already exists, and is {existing.Snapshot().Status}."));
            return;
        }

        // As the real SDK: one that still runs is terminated first.
        existing.WhenGone.Add(() => Schedule(wanted, stored));
        if (!existing.HasEnded)
        {
            Arrive(existing, new(new ExecutionTerminated(null, Recursive: false)));
        }
    }

    void Create(NewInstance wanted, TaskCompletionSource stored)
    {
        var now = options.Clock.GetUtcNow();
        var instance = new Instance(wanted.Id, wanted.Name, RandomIds.Next(options.Random), now)
        {
            Input = wanted.Input,
            Tags = wanted.Tags,
            Due = wanted.StartAt > now ? wanted.StartAt.Value.ToUniversalTime() : null,
        };
        instances.Add(instance.Id, instance);
        Plan(instance);
        Arrive(instance, new(new ExecutionStarted(), Stored: failure => Reply(stored, failure)));
    }

    void Watch(string instanceId, Watcher watcher)
    {
        if (!watchers.TryGetValue(instanceId, out var others))
        {
            watchers[instanceId] = others = [];
        }

        others.Add(watcher);
    }

    void Unwatch(string instanceId, Watcher watcher)
    {
        if (watchers.TryGetValue(instanceId, out var others) && others.Remove(watcher) && others.Count == 0)
        {
            watchers.Remove(instanceId);
        }
    }

    void Notify(InstanceState state)
    {
        if (watchers.TryGetValue(state.Id, out var interested))
        {
            foreach (var watcher in interested.Where(watcher => watcher.IsWanted(state)))
            {
                watcher.Seen.TrySetResult(state);
            }
        }
    }

    async Task<T> AskAsync<T>(Func<T> question, CancellationToken cancellation)
    {
        var answer = new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() => answer.TrySetResult(question()));
        return await answer.Task.WaitAsync(cancellation);
    }

    TaskCompletionSource Answer()
    {
        var answer = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() =>
        {
            if (isAbandoned)
            {
                answer.TrySetException(new InvalidOperationException("The durable engine was stopped."));
            }
            else
            {
                waiting.Add(answer);
            }
        });
        return answer;
    }

    void Reply(TaskCompletionSource answer, Exception? failure)
    {
        waiting.Remove(answer);
        if (failure is null)
        {
            answer.TrySetResult();
        }
        else
        {
            answer.TrySetException(failure);
        }
    }

    void FailWaiting(Exception reason)
    {
        foreach (var answer in waiting)
        {
            answer.TrySetException(reason);
        }

        foreach (var watcher in watchers.Values.SelectMany(some => some))
        {
            watcher.Seen.TrySetException(reason);
        }

        waiting.Clear();
    }

    sealed record Watcher(Predicate<InstanceState> IsWanted, TaskCompletionSource<InstanceState> Seen);
}
