namespace LocalRuntime.Tests.Faults;

/// <summary>Runs everything on the test's own thread, one piece after the other, in an order that the seed decides.</summary>
sealed class SeededScheduler(Random random) : TaskScheduler
{
    readonly List<Task> waiting = [];

    public override int MaximumConcurrencyLevel => 1;

    /// <summary>Runs one of the waiting pieces; false when there is none.</summary>
    public bool RunOne()
    {
        Task next;
        lock (waiting)
        {
            if (waiting.Count == 0)
            {
                return false;
            }

            var index = random.Next(waiting.Count);
            next = waiting[index];
            waiting.RemoveAt(index);
        }

        // The test runner's own context would take what follows away to its threads.
        var runner = SynchronizationContext.Current;
        SynchronizationContext.SetSynchronizationContext(null);
        TryExecuteTask(next);
        SynchronizationContext.SetSynchronizationContext(runner);
        return true;
    }

    /// <summary>Waits for a piece that is still on its way from a thread of the pool; false when none comes.</summary>
    public bool HasWorkWithin(TimeSpan patience)
    {
        lock (waiting)
        {
            return waiting.Count > 0 || Monitor.Wait(waiting, patience);
        }
    }

    public Task<T> Start<T>(Func<Task<T>> work) => Task.Factory.StartNew(work, CancellationToken.None, TaskCreationOptions.None, this).Unwrap();

    protected override void QueueTask(Task task)
    {
        lock (waiting)
        {
            waiting.Add(task);
            Monitor.Pulse(waiting);
        }
    }

    protected override bool TryExecuteTaskInline(Task task, bool taskWasPreviouslyQueued) => false;

    protected override IEnumerable<Task> GetScheduledTasks()
    {
        lock (waiting)
        {
            return [.. waiting];
        }
    }
}
