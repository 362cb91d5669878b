namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>
/// Runs the continuations of one orchestrator one after the other, on the thread that runs its turn. A continuation that comes from elsewhere
/// shows that something was awaited that is not durable.
/// </summary>
sealed class OrchestratorThread(Action foreignContinuation) : SynchronizationContext
{
    [ThreadStatic]
    static OrchestratorThread? running;

    readonly Queue<(SendOrPostCallback Callback, object? State)> posted = new();

    /// <summary>Whether the caller runs within this orchestrator's turn.</summary>
    public bool IsRunning => running == this;

    public override void Post(SendOrPostCallback d, object? state)
    {
        if (IsRunning)
        {
            posted.Enqueue((d, state));
        }
        else
        {
            foreignContinuation();
        }
    }

    public override void Send(SendOrPostCallback d, object? state) => Post(d, state);

    public override SynchronizationContext CreateCopy() => this;

    public void Run(Action turn)
    {
        var (outer, outerRunning) = (Current, running);
        SetSynchronizationContext(this);
        running = this;
        try
        {
            turn();
            while (posted.TryDequeue(out var next))
            {
                next.Callback(next.State);
            }
        }
        finally
        {
            running = outerRunning;
            SetSynchronizationContext(outer);
        }
    }
}
