using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Orchestrations;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <content>The running code of instances: made anew, rebuilt from history, set aside; and the activities that it called.</content>
sealed partial class TaskHub
{
    OrchestrationExecution NewExecution(Instance instance, string? input)
    {
        if (!options.Registry.Orchestrators.TryGetValue(instance.Name, out var factory))
        {
            throw new InvalidOperationException($"No orchestrator task named '{instance.Name}' was found.");
        }

        OrchestrationExecution? execution = null;
        execution = new(
            instance.IdentityWith(input), factory(options.Services), options.DataConverter, options.LoggerFactory, () => mailbox.Post(() => Abort(instance, execution!)));
        return execution;
    }

    /// <summary>Repeats the stored history, and takes up again what was under way.</summary>
    OrchestrationExecution Rebuild(Instance instance)
    {
        var episodes = EpisodesOf(instance);
        var execution = NewExecution(instance, instance.Input);
        execution.Replay(episodes);
        foreach (var activity in execution.OpenActivities)
        {
            StartActivity(instance, activity);
        }

        DeliverWhatWasLeft(instance, episodes);
        return execution;
    }

    static Episode[] EpisodesOf(Instance instance) => [.. HistoryPages.Split(instance.Archive).Concat(instance.Episodes).Select(Episode.FromJson)];

    void StartActivity(Instance instance, ScheduleActivity activity)
    {
        // It may run already: in this process an instance can be rebuilt without having lost its activities.
        if (!instance.HasEnded && instance.Running.Add(activity.Id))
        {
            activities.Start(instance.Id, activity, outcome =>
            {
                instance.Running.Remove(activity.Id);
                Arrive(instance, new(outcome));
            });
        }
    }

    /// <summary>A continuation came from outside of a turn: the code awaits something that is not durable.</summary>
    void Abort(Instance instance, OrchestrationExecution execution)
    {
        if (instance.Execution == execution)
        {
            Arrive(instance, new(new ExecutionAborted()));
        }
    }

    static bool NeedsPages(Instance instance) =>
        instance.NextPage > instance.FirstPage && instance.Execution is null && instance.Archive is null && instance.ParkedBecause is null
        && (!instance.HasEnded || instance.HasUndelivered);

    void LoadPages(Instance instance)
    {
        if (instance.IsDirty || instance.IsCommitting)
        {
            // They may be on their way to storage; the commit's end wakes the instance again.
            instance.WakeAfterCommit = true;
            return;
        }

        instance.IsLoading = true;
        loading++;
        var (first, next) = (instance.FirstPage, instance.NextPage);
        RunBeside(() => LoadPagesAsync(instance, first, next));
    }

    async Task LoadPagesAsync(Instance instance, int first, int next)
    {
        var text = await HistoryPages.ReadAsync(options.Store, retry, instance.ExecutionId, first, next, halted);
        mailbox.Post(() =>
        {
            loading--;
            (instance.IsLoading, instance.Archive) = (false, text);
            MakeRunnable(instance);
        });
    }

    void Park(Instance instance, string reason)
    {
        instance.ParkedBecause = reason;
        instance.Archive = null;
        parked[instance.Id] = reason;
        Plan(instance);
        LogParked(instance.Id, instance.Name, reason);
    }

    void Unpark(Instance instance)
    {
        instance.ParkedBecause = null;
        instance.FailedTries = 0;
        parked.TryRemove(instance.Id, out _);
    }

    [LoggerMessage(130, LogLevel.Error, "Instance {InstanceId} of {Orchestrator} was set aside, its history unchanged: {Reason} Mend the cause and resume it, or terminate it.")]
    partial void LogParked(string instanceId, string orchestrator, string reason);
}
