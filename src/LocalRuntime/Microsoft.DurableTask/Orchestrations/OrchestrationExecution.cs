using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>
/// One execution of an orchestrator, from its start (or its last ContinueAsNew) on: the running code and what it waits for.
/// Events go in, actions come out. It does no I/O and knows no clock.
/// </summary>
sealed class OrchestrationExecution
{
    public const string ForeignAwait =
        "An invalid asynchronous invocation was detected: the orchestrator awaited a task that is not durable. Only tasks made by its "
        + "TaskOrchestrationContext may be awaited there; put any other work into an activity.";

    readonly OrchestrationIdentity identity;
    readonly OrchestrationContext context;
    readonly OrchestratorThread thread;
    readonly ITaskOrchestrator orchestrator;
    readonly DataConverter converter;
    readonly OpenTasks open = new();
    readonly Queue<HistoryEvent> whileSuspended = new();
    readonly HashSet<string> taken = [];
    readonly List<HistoryEvent> carriedOver = [];
    List<OrchestratorAction> actions = [];
    Task<object?>? result;
    bool isSuspended;
    int nextId;

    public OrchestrationExecution(
        OrchestrationIdentity identity, ITaskOrchestrator orchestrator, DataConverter converter, ILoggerFactory loggers, Action foreignContinuation)
    {
        this.identity = identity;
        this.orchestrator = orchestrator;
        this.converter = converter;
        Events = new(converter);
        thread = new(foreignContinuation);
        context = new(this, identity, converter, loggers);
    }

    public ExternalEvents Events { get; }

    public string? Input => identity.Input;

    public DateTimeOffset Now { get; private set; }

    public bool IsReplaying { get; private set; }

    public bool IsSuspended => isSuspended && !HasEnded;

    public bool HasEnded { get; private set; }

    /// <summary>The new input once the code asked to continue as new; its presence is <see cref="ContinuesAsNew"/>.</summary>
    public string? NextInput { get; private set; }

    public bool ContinuesAsNew { get; private set; }

    /// <summary>Whether this execution ended by continuing as new.</summary>
    public bool HasContinued { get; private set; }

    public IReadOnlyList<HistoryEvent> CarriedOver => carriedOver;

    /// <summary>The custom status as serialized, once this execution has set one.</summary>
    public string? CustomStatus { get; private set; }

    public bool HasSetCustomStatus { get; private set; }

    public IEnumerable<ScheduleActivity> OpenActivities => open.Of<ScheduleActivity>();

    public IEnumerable<CreateTimer> OpenTimers => open.Of<CreateTimer>();

    /// <summary>Whether a message of another orchestration was taken before.</summary>
    public bool HasTaken(string from) => taken.Contains(from);

    /// <summary>Runs one turn and gives what the code did in it.</summary>
    /// <exception cref="Exception">An event could not be taken in, such as one whose payload cannot be read; this execution is then of no further use.</exception>
    public IReadOnlyList<OrchestratorAction> Run(DateTimeOffset at, IReadOnlyList<HistoryEvent> events, bool isReplaying)
    {
        actions = [];
        Now = at;
        IsReplaying = isReplaying;
        foreach (var happened in events)
        {
            thread.Run(() => Take(happened));
        }

        thread.Run(EndIfDone);
        return actions;
    }

    /// <summary>Repeats recorded episodes and compares what the code does with what it did.</summary>
    /// <exception cref="NonDeterministicOrchestrationException">It did something else.</exception>
    public void Replay(IEnumerable<Episode> episodes, bool strictly = false)
    {
        var number = 0;
        foreach (var episode in episodes)
        {
            var repeated = Run(episode.At, episode.In, isReplaying: true);
            NonDeterministicOrchestrationException.ThrowIfDifferent(number++, episode.Do, repeated, strictly);
        }
    }

    public void Add(Func<int, OrchestratorAction> make) => actions.Add(make(nextId++));

    /// <summary>Adds an action that has a result, and gives the task that waits for it.</summary>
    public Task<string?> Await(Func<int, OrchestratorAction> make, CancellationToken cancellation = default)
    {
        Add(make);
        return open.Await(actions[^1], cancellation);
    }

    public void ContinueAsNew(string? input, bool preserveUnprocessedEvents)
    {
        (ContinuesAsNew, NextInput) = (true, input);
        if (preserveUnprocessedEvents)
        {
            carriedOver.AddRange(Events.TakeBuffered().Select(early => new EventRaised(early.Name, early.Payload)));
        }
    }

    public void SetCustomStatus(string? customStatus) => (CustomStatus, HasSetCustomStatus) = (customStatus, true);

    public void ThrowIfNotOnOrchestratorThread()
    {
        if (!thread.IsRunning)
        {
            throw new InvalidOperationException(ForeignAwait);
        }
    }

    void Take(HistoryEvent happened)
    {
        if (HasEnded)
        {
            TakeTooLate(happened);
            return;
        }

        if (isSuspended && happened is not (ExecutionResumed or ExecutionTerminated or ExecutionAborted))
        {
            KeepUntilResumed(happened);
            return;
        }

        switch (happened)
        {
            case ExecutionStarted:
                result = Start();
                break;
            case TaskCompleted or TaskFailed or TimerFired:
                open.End(happened);
                break;
            case EventRaised raised:
                Raise(raised);
                break;
            case ExecutionSuspended:
                isSuspended = true;
                break;
            case ExecutionResumed:
                Resume();
                break;
            case ExecutionTerminated terminated:
                Terminate(terminated);
                break;
            case ExecutionAborted:
                Fail(new InvalidOperationException(ForeignAwait));
                break;
        }
    }

    /// <summary>Between two executions an event belongs to the next one, and a termination prevents it.</summary>
    void TakeTooLate(HistoryEvent happened)
    {
        if (HasContinued && happened is EventRaised raised)
        {
            carriedOver.Add(raised);
        }
        else if (HasContinued && happened is ExecutionTerminated terminated)
        {
            HasContinued = false;
            Terminate(terminated);
        }
    }

    async Task<object?> Start()
    {
        var input = converter.Deserialize(identity.Input, orchestrator.InputType);
        context.Input = input;
        return await orchestrator.RunAsync(context, input);
    }

    void Raise(EventRaised raised)
    {
        if (raised.From is { } from && !taken.Add(from))
        {
            return;
        }

        if (ContinuesAsNew)
        {
            // Too late for this execution: the next one takes it.
            carriedOver.Add(raised);
        }
        else
        {
            Events.Raise(raised.Name, raised.Payload);
        }
    }

    void KeepUntilResumed(HistoryEvent happened)
    {
        if (happened is ExecutionSuspended)
        {
            return;
        }

        open.NoteOutcome(happened);
        whileSuspended.Enqueue(happened);
    }

    void Resume()
    {
        isSuspended = false;
        while (!isSuspended && whileSuspended.TryDequeue(out var kept))
        {
            Take(kept);
        }
    }

    void Terminate(ExecutionTerminated terminated)
    {
        if (terminated.Recursive)
        {
            foreach (var child in open.Of<StartSubOrchestration>())
            {
                Add(id => new TerminateSubOrchestration(id, child.InstanceId));
            }
        }

        End(OrchestrationRuntimeStatus.Terminated, terminated.Output, null);
    }

    /// <summary>As the real engine: an orchestration ends when its code has returned and nothing that it started is open any more.</summary>
    void EndIfDone()
    {
        if (HasEnded || result is null)
        {
            return;
        }

        if (!result.IsCompleted)
        {
            if (open.IsEmpty && !Events.AreAwaited && !isSuspended)
            {
                Fail(new InvalidOperationException(ForeignAwait));
            }

            return;
        }

        if (!open.IsEmpty)
        {
            return;
        }

        if (result.IsCompletedSuccessfully && ContinuesAsNew)
        {
            carriedOver.AddRange(whileSuspended.OfType<EventRaised>());
            HasEnded = HasContinued = true;
        }
        else if (result.IsCompletedSuccessfully)
        {
            End(OrchestrationRuntimeStatus.Completed, result.Result);
        }
        else
        {
            Fail(result.Exception?.InnerException ?? new TaskCanceledException(result));
        }
    }

    void End(OrchestrationRuntimeStatus status, object? output)
    {
        string? serialized;
        try
        {
            serialized = PayloadLimits.Check(converter.Serialize(output), "The orchestration's result");
        }
        catch (Exception failure) when (failure is NotSupportedException or ArgumentException or System.Text.Json.JsonException)
        {
            Fail(failure);
            return;
        }

        End(status, serialized, null);
    }

    void Fail(Exception failure) => End(OrchestrationRuntimeStatus.Failed, null, Failures.Describe(failure));

    void End(OrchestrationRuntimeStatus status, string? output, TaskFailureDetails? failure)
    {
        HasEnded = true;
        Add(id => new EndExecution(id, status, output, failure));
    }
}
