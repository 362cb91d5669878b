using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>What an execution has started and has no result of yet: activities, timers and sub-orchestrations, by number.</summary>
sealed class OpenTasks
{
    readonly SortedDictionary<int, OpenTask> tasks = [];

    public bool IsEmpty => tasks.Count == 0;

    /// <summary>The open ones of a kind that nothing has come of yet.</summary>
    public IEnumerable<T> Of<T>()
        where T : OrchestratorAction => tasks.Values.Where(task => !task.HasArrived).Select(task => task.Action).OfType<T>();

    public async Task<string?> Await(OrchestratorAction action, CancellationToken cancellation)
    {
        // Continuations run at once, on the orchestrator's thread: that is what makes their order the same at every replay.
        var task = new OpenTask(action, new());
        tasks.Add(action.Id, task);
        if (cancellation.CanBeCanceled)
        {
            cancellation.Register(() =>
            {
                if (task.Completion.TrySetCanceled(cancellation))
                {
                    tasks.Remove(action.Id);
                }
            });
        }

        return await task.Completion.Task;
    }

    /// <summary>Ends the task that this is the outcome of; one that is not open, such as a cancelled timer, is passed over.</summary>
    public void End(HistoryEvent outcome)
    {
        if (NumberIn(outcome) is not { } number || !tasks.Remove(number, out var task))
        {
            return;
        }

        switch (outcome)
        {
            case TaskCompleted completed:
                task.Completion.TrySetResult(completed.Result);
                break;
            case TaskFailed failed:
                task.Completion.TrySetException(new TaskFailedException(NameOf(task.Action), failed.Id, failed.Failure) { IsFinal = failed.IsFinal });
                break;
            case TimerFired:
                task.Completion.TrySetResult(null);
                break;
        }
    }

    /// <summary>Notes that a task is over, though the code, being suspended, is told later.</summary>
    public void NoteOutcome(HistoryEvent outcome)
    {
        if (NumberIn(outcome) is { } number && tasks.TryGetValue(number, out var task))
        {
            task.HasArrived = true;
        }
    }

    static int? NumberIn(HistoryEvent outcome) => outcome switch
    {
        TaskCompleted completed => completed.Id,
        TaskFailed failed => failed.Id,
        TimerFired fired => fired.Id,
        _ => null,
    };

    static string NameOf(OrchestratorAction action) => action switch
    {
        ScheduleActivity activity => activity.Name,
        StartSubOrchestration child => child.Name,
        _ => string.Empty,
    };

    sealed record OpenTask(OrchestratorAction Action, TaskCompletionSource<string?> Completion)
    {
        public bool HasArrived { get; set; }
    }
}
