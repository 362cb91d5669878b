using System.Collections.Concurrent;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>
/// The unfinished instances of a task hub, in the memory of the one process that owns it. All of its work runs in its mailbox; storage requests
/// and activities run beside it and post back what came of them.
/// </summary>
sealed partial class TaskHub : IDisposable
{
    readonly DurableEngineOptions options;
    readonly Fence fence;
    readonly Retry retry;
    readonly ILogger logger;
    readonly Mailbox mailbox;
    readonly ITimer alarm;
    readonly CancellationTokenSource stopped = new();
    readonly CancellationToken halted;
    readonly Dictionary<string, Instance> instances = [];
    readonly Queue<Instance> runnable = new();
    readonly SortedSet<(DateTimeOffset Due, string Id)> timetable = [];
    readonly Dictionary<string, DateTimeOffset> planned = [];
    readonly ConcurrentDictionary<string, string> parked = new();
    readonly TaskCompletionSource<Exception> lost = new(TaskCreationOptions.RunContinuationsAsynchronously);
    readonly ActivityPool activities;
    TaskCompletionSource? whenQuiet;
    long nextDue = long.MaxValue;
    bool isAbandoned;
    int loading;

    public TaskHub(DurableEngineOptions options, Fence fence, Retry retry, ILogger logger)
    {
        (this.options, this.fence, this.retry, this.logger) = (options, fence, retry, logger);
        mailbox = new(options.Scheduler, WhenDrained, GiveUp);
        halted = stopped.Token;
        activities = new(options, mailbox.Post, logger);
        alarm = options.Clock.CreateTimer(_ => mailbox.Post(WakeWhatIsDue), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    /// <summary>Ends, with the reason, once what is in memory is no longer what counts: another process has taken over, or a defect showed.</summary>
    public Task<Exception> Lost => lost.Task;

    /// <summary>The earliest moment at which a timer is due.</summary>
    public DateTimeOffset? NextDue => Interlocked.Read(ref nextDue) is var ticks and not long.MaxValue ? new DateTimeOffset(ticks, TimeSpan.Zero) : null;

    /// <summary>Whether nothing runs, nothing is due and nothing is unstored.</summary>
    public bool IsSettled => mailbox.IfIdle(() =>
        runnable.Count == 0 && dirty.Count == 0 && purges.Count == 0 && !isCommitting && activities.IsIdle && loading == 0
        && !(NextDue <= options.Clock.GetUtcNow()));

    /// <summary>Instances that were set aside, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Parked => parked;

    /// <summary>Reads the unfinished instances, and nothing else.</summary>
    public async Task LoadAsync(CancellationToken cancellation)
    {
        List<Instance> found = [];
        string? continuation = null;
        do
        {
            var page = await retry.RunAsync(
                () => options.Store.ReadRangeAsync(InstanceRows.Active, InstanceRows.Behind(InstanceRows.Active), 1_000, continuation, cancellation), cancellation);
            found.AddRange(page.Rows.Select(Read).OfType<Instance>());
            continuation = page.Continuation;
        }
        while (continuation is not null);

        mailbox.Post(() => found.ForEach(Recover));
    }

    /// <summary>Stops taking in work, lets running activities and writes come to their end, and stops.</summary>
    public async Task StopAsync(TimeSpan patience, CancellationToken cancellation)
    {
        var quiet = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        mailbox.Post(() =>
        {
            activities.StartNoMore();
            whenQuiet = quiet;
        });
        try
        {
            await quiet.Task.WaitAsync(patience, TimeProvider.System, cancellation);
        }
        catch (TimeoutException)
        {
            // An activity that does not end is run again at the next start.
        }

        Abandon(new InvalidOperationException("The durable engine was stopped."));
    }

    /// <summary>Does nothing any more, as if the process had gone: nothing that comes back is taken in, nothing more is written.</summary>
    public void Abandon(Exception reason)
    {
        stopped.Cancel();
        alarm.Dispose();
        mailbox.Post(() =>
        {
            isAbandoned = true;
            FailWaiting(reason);
        });
    }

    void GiveUp(Exception reason) => lost.TrySetResult(reason);

    /// <summary>Runs something beside the mailbox.</summary>
    void RunBeside(Func<Task> work) => _ = Task.Factory.StartNew(
        async () =>
        {
            try
            {
                await work();
            }
            catch (OperationCanceledException) when (halted.IsCancellationRequested)
            {
                // Nobody waits for it any more.
            }
            catch (Exception failure)
            {
                GiveUp(failure);
            }
        },
        CancellationToken.None,
        TaskCreationOptions.None,
        options.Scheduler);

    public void Dispose()
    {
        alarm.Dispose();
        stopped.Dispose();
    }

    /// <summary>A row as an instance; null, and left as it is, when it cannot be read: its neighbours must not suffer.</summary>
    Instance? Read(Row row)
    {
        try
        {
            return InstanceRows.ToInstance(row);
        }
        catch (Exception failure)
        {
            parked[row.Key[InstanceRows.Active.Length..]] = failure.Message;
            LogUnreadable(row.Key, failure);
            return null;
        }
    }

    void Recover(Instance instance)
    {
        instances.Add(instance.Id, instance);
        instance.HasUndelivered = instance.Outbox.Count > 0;
        Plan(instance);
        if (instance.OpenWork > 0 || instance.Outbox.Count > 0 || (instance.Inbox.Count > 0 && !(instance.Status == OrchestrationRuntimeStatus.Pending && instance.Due is not null)))
        {
            MakeRunnable(instance);
        }
        else if (instance.IsGone)
        {
            MarkDirty(instance);
        }
    }

    void WhenDrained()
    {
        if (isAbandoned)
        {
            return;
        }

        while (runnable.TryDequeue(out var instance))
        {
            instance.IsQueued = false;
            TakeTurn(instance);
        }

        StartCommit();
        if (whenQuiet is not null && !isCommitting && activities.IsIdle && dirty.Count == 0)
        {
            whenQuiet.TrySetResult();
        }
    }

    void MakeRunnable(Instance instance)
    {
        if (!instance.IsQueued && !instance.IsLoading && !instance.IsRefused)
        {
            instance.IsQueued = true;
            runnable.Enqueue(instance);
        }
    }

    /// <summary>Enters an instance's next due moment into the timetable.</summary>
    void Plan(Instance instance)
    {
        if (planned.Remove(instance.Id, out var before))
        {
            timetable.Remove((before, instance.Id));
        }

        if (instance.Due is { } due && instance.ParkedBecause is null && !instance.HasEnded)
        {
            planned[instance.Id] = due;
            timetable.Add((due, instance.Id));
        }

        SetAlarm();
    }

    void SetAlarm()
    {
        // A machine's timer cannot wait for months; waking once a day costs nothing.
        var longest = TimeSpan.FromDays(1);
        if (timetable.Count == 0)
        {
            Interlocked.Exchange(ref nextDue, long.MaxValue);
            alarm.Change(Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
            return;
        }

        var next = timetable.Min.Due;
        Interlocked.Exchange(ref nextDue, next.UtcTicks);
        var wait = next - options.Clock.GetUtcNow();
        wait = wait <= TimeSpan.Zero ? TimeSpan.Zero : wait < longest ? wait : longest;

        // Rounded up: a timer counts whole milliseconds and would otherwise fire before the moment.
        alarm.Change(TimeSpan.FromMilliseconds(Math.Ceiling(wait.TotalMilliseconds)), Timeout.InfiniteTimeSpan);
    }

    void WakeWhatIsDue()
    {
        var now = options.Clock.GetUtcNow();
        while (timetable.Count > 0 && timetable.Min is var first && first.Due <= now)
        {
            timetable.Remove(first);
            planned.Remove(first.Id);
            if (instances.TryGetValue(first.Id, out var instance))
            {
                MakeRunnable(instance);
            }
        }

        SetAlarm();
    }

    [LoggerMessage(131, LogLevel.Error, "Row {Key} cannot be read as an instance. It is left as it is.")]
    partial void LogUnreadable(string key, Exception failure);
}
