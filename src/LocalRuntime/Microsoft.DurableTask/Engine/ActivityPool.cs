using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <summary>Runs activities, a bounded number at a time, each attempt in a scope of its own. Used from the mailbox only.</summary>
sealed partial class ActivityPool(DurableEngineOptions options, Action<Action> post, ILogger logger)
{
    readonly Queue<(string InstanceId, ScheduleActivity Activity, Action<HistoryEvent> Ended)> waiting = new();
    int running;
    bool startsNoMore;

    public bool IsIdle => running == 0 && (waiting.Count == 0 || startsNoMore);

    public void StartNoMore() => startsNoMore = true;

    /// <summary>Runs one attempt and posts what came of it.</summary>
    public void Start(string instanceId, ScheduleActivity activity, Action<HistoryEvent> ended)
    {
        waiting.Enqueue((instanceId, activity, ended));
        StartNext();
    }

    void StartNext()
    {
        while (!startsNoMore && running < options.MaxConcurrentActivities && waiting.TryDequeue(out var next))
        {
            running++;
            _ = Task.Factory.StartNew(() => RunAsync(next.InstanceId, next.Activity, next.Ended), CancellationToken.None, TaskCreationOptions.None, options.Scheduler);
        }
    }

    async Task RunAsync(string instanceId, ScheduleActivity activity, Action<HistoryEvent> ended)
    {
        var outcome = await AttemptAsync(instanceId, activity);
        post(() =>
        {
            running--;
            ended(outcome);
            StartNext();
        });
    }

    async Task<HistoryEvent> AttemptAsync(string instanceId, ScheduleActivity activity)
    {
        if (!options.Registry.Activities.TryGetValue(activity.Name, out var factory))
        {
            return new TaskFailed(
                activity.Id, new("ActivityTaskNotFound", $"No activity task named '{activity.Name}' was found.", null, null, null), IsFinal: true);
        }

        try
        {
            await using var scope = options.Services.GetRequiredService<IServiceScopeFactory>().CreateAsyncScope();
            var implementation = factory(scope.ServiceProvider);
            var input = options.DataConverter.Deserialize(activity.Input, implementation.InputType);
            var output = await implementation.RunAsync(new CallContext(activity.Name, instanceId), input);
            return new TaskCompleted(activity.Id, PayloadLimits.Check(options.DataConverter.Serialize(output), $"The result of activity '{activity.Name}'"));
        }
        catch (Exception failure)
        {
            // The message may hold what must not be in a log; the type says enough to look at the instance.
            LogFailed(activity.Name, instanceId, failure.GetType().Name);
            return new TaskFailed(activity.Id, Failures.Describe(failure));
        }
    }

    [LoggerMessage(120, LogLevel.Warning, "Activity {Activity} of instance {InstanceId} failed with {ErrorType}.")]
    partial void LogFailed(string activity, string instanceId, string errorType);

    sealed class CallContext(string name, string instanceId) : TaskActivityContext
    {
        public override TaskName Name => name;

        public override string InstanceId => instanceId;
    }
}
