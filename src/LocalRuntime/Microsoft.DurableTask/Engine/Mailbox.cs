namespace LocalRuntime.DurableTask.Engine;

/// <summary>Runs what is posted to it one after the other, so that what they share needs no lock. Nothing posted here waits.</summary>
sealed class Mailbox(TaskScheduler scheduler, Action drained, Action<Exception> defective)
{
    readonly Lock gate = new();
    readonly Queue<Action> posted = new();
    bool isRunning;

    public void Post(Action action)
    {
        lock (gate)
        {
            posted.Enqueue(action);
            if (isRunning)
            {
                return;
            }

            isRunning = true;
        }

        // What runs here is nobody's request: the caller's ambient values must not reach orchestrators and activities.
        if (ExecutionContext.IsFlowSuppressed())
        {
            Start();
            return;
        }

        using (ExecutionContext.SuppressFlow())
        {
            Start();
        }
    }

    /// <summary>Answers a question about what is shared, unless something runs or waits to run.</summary>
    public bool IfIdle(Func<bool> question)
    {
        lock (gate)
        {
            return !isRunning && question();
        }
    }

    void Start() => _ = Task.Factory.StartNew(Run, CancellationToken.None, TaskCreationOptions.None, scheduler);

    void Run()
    {
        while (true)
        {
            Action? next;
            lock (gate)
            {
                posted.TryDequeue(out next);
            }

            if (next is not null)
            {
                Guard(next);
                continue;
            }

            Guard(drained);
            lock (gate)
            {
                if (posted.Count == 0)
                {
                    isRunning = false;
                    return;
                }
            }
        }
    }

    void Guard(Action action)
    {
        try
        {
            action();
        }
        catch (Exception failure)
        {
            // A defect of the engine, never of what it runs: what is in memory cannot be trusted any more.
            defective(failure);
        }
    }
}
