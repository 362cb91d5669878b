using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.LocalPages;

namespace LocalRuntime.Worker;

/// <summary>The history of an orchestration as a person reads it: what came back is named after what was asked for.</summary>
sealed class HistoryInWords(IReadOnlyDictionary<int, OrchestratorAction> asked, string? input)
{
    public static IReadOnlyList<LocalTurn> Of(InstanceHistory history)
    {
        var words = new HistoryInWords(history.Episodes.SelectMany(episode => episode.Do).ToDictionary(action => action.Id), history.State.Input);
        return [.. history.Episodes.Select(episode => new LocalTurn(episode.At, [.. episode.In.Select(words.Arrived)], [.. episode.Do.Select(Did)]))];
    }

    LocalMove Arrived(HistoryEvent arrived) => arrived switch
    {
        ExecutionStarted => new("starts", Data: input),
        TaskCompleted done => new("result of", NameOf(done.Id), done.Result),
        TaskFailed failed => new("failure of", NameOf(failed.Id), failed.Failure.ErrorMessage) { IsFailure = true },
        TimerFired fired => new("timer fires") { Moment = (asked.GetValueOrDefault(fired.Id) as CreateTimer)?.Due },
        EventRaised raised => new("event", raised.Name, raised.Payload),
        ExecutionSuspended suspended => new("is suspended", Data: suspended.Reason),
        ExecutionResumed resumed => new("is resumed", Data: resumed.Reason),
        ExecutionTerminated terminated => new("is terminated", Data: terminated.Output) { IsFailure = true },
        ExecutionAborted => new("awaited something that is not durable") { IsFailure = true },
        _ => throw new ArgumentOutOfRangeException(nameof(arrived), arrived, null),
    };

    static LocalMove Did(OrchestratorAction action) => action switch
    {
        ScheduleActivity activity => new("calls", activity.Name, activity.Input),
        CreateTimer timer => new("sets a timer for") { Moment = timer.Due },
        StartSubOrchestration start => new("starts", start.Name, start.Input) { Instance = start.InstanceId },
        SendEvent send => new("sends", send.Name, send.Payload) { Instance = send.InstanceId },
        TerminateSubOrchestration terminate => new("terminates") { Instance = terminate.InstanceId },
        EndExecution end => new("ends", end.Status.ToString(), end.Failure?.ErrorMessage ?? end.Result) { IsFailure = end.Failure is not null },
        _ => throw new ArgumentOutOfRangeException(nameof(action), action, null),
    };

    string NameOf(int id) => asked.GetValueOrDefault(id) switch
    {
        ScheduleActivity activity => activity.Name,
        StartSubOrchestration start => start.Name,
        _ => $"task {id}",
    };
}
