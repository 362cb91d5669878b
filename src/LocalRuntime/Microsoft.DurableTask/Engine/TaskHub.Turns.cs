using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Orchestrations;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Engine;

/// <content>Turns: what arrived goes into the orchestrator's code, what it decides goes into the history, and out once that is stored.</content>
sealed partial class TaskHub
{
    /// <summary>Tries after which an instance whose turn cannot be run is set aside.</summary>
    const int MostTries = 5;

    /// <summary>Events that one episode takes at most.</summary>
    const int MostEventsAtOnce = 1_000;

    /// <summary>Executions in a row that continue as new without waiting for anything.</summary>
    const int MostContinuations = 1_000;

    void TakeTurn(Instance instance)
    {
        if (instance.IsRefused)
        {
            return;
        }

        if (NeedsPages(instance))
        {
            LoadPages(instance);
        }
        else if (instance.HasEnded)
        {
            TakeTooLate(instance);
        }
        else if (MustWait(instance))
        {
            KeepArrivals(instance);
        }
        else
        {
            RunCode(instance);
        }
    }

    void Arrive(Instance instance, Arrival arrival)
    {
        instance.Arrivals.Add(arrival);
        MakeRunnable(instance);
    }

    void RunCode(Instance instance)
    {
        while (true)
        {
            try
            {
                TakeIn(instance, [.. IsWaiting(instance) ? instance.Arrivals : instance.Arrivals.Take(MostEventsAtOnce)]);
                instance.FailedTries = 0;
                break;
            }
            catch (Exception failure)
            {
                // The code's own failures end an orchestration; this is one that could not even be told what happened.
                instance.Execution = null;
                if (++instance.FailedTries >= MostTries)
                {
                    Park(instance, failure.Message);
                }

                if (MustWait(instance))
                {
                    KeepArrivals(instance);
                    break;
                }

                if (NeedsPages(instance))
                {
                    break;
                }
            }
        }

        if (instance.Execution is not null)
        {
            instance.Archive = null;
        }

        if (instance.Arrivals.Count > 0 || NeedsPages(instance))
        {
            MakeRunnable(instance);
        }
    }

    /// <summary>Whether an instance does not run now: it was set aside, or its start time has not come.</summary>
    bool MustWait(Instance instance)
    {
        if (instance.Arrivals.Any(arrival => arrival.Event is ExecutionTerminated))
        {
            return false;
        }

        if (instance.ParkedBecause is not null && instance.Arrivals.Any(arrival => arrival.Event is ExecutionResumed))
        {
            Unpark(instance);
        }

        return IsWaiting(instance);
    }

    bool IsWaiting(Instance instance) =>
        instance.ParkedBecause is not null || (instance.Status == OrchestrationRuntimeStatus.Pending && instance.Due > options.Clock.GetUtcNow());

    /// <summary>Stores what arrived without running the code.</summary>
    void KeepArrivals(Instance instance)
    {
        // Before its senders, which leave their outboxes now: nothing is stored as sent that is not stored as received.
        MarkDirty(instance);
        foreach (var arrival in instance.Arrivals)
        {
            if (arrival.Event is EventRaised raised && IsTooMuch(instance, raised))
            {
                arrival.Stored?.Invoke(new InvalidOperationException($"Instance '{instance.Id}' does not run now, and no more events are kept for it."));
                continue;
            }

            // What resumes a parked instance is spent by the attempt.
            if (arrival.Event is not ExecutionResumed || instance.ParkedBecause is null)
            {
                instance.Inbox.Add(arrival.Event);
            }

            Take(instance, arrival);
        }

        instance.Arrivals.Clear();
        instance.Changes.Inbox = true;
        instance.UpdatedAt = options.Clock.GetUtcNow();
    }

    /// <summary>Whether one more event would not find room in the instance's row, beside the largest input and the latest episodes.</summary>
    static bool IsTooMuch(Instance instance, EventRaised another)
    {
        const int MostCharacters = PayloadLimits.Payload + (8 * 1024);
        return instance.Inbox.OfType<EventRaised>().Append(another).Sum(raised => raised.Name.Length + (raised.Payload?.Length ?? 0) + 64) > MostCharacters;
    }

    void TakeIn(Instance instance, Arrival[] arrivals)
    {
        var now = options.Clock.GetUtcNow();
        HistoryEvent[] arrived = [.. instance.Inbox, .. arrivals.Select(arrival => arrival.Event)];
        if (IsWaiting(instance))
        {
            // Terminated before it began, or while its code cannot be run.
            var terminated = arrived.OfType<ExecutionTerminated>().First();
            Record(instance, new(now, [terminated], [new EndExecution(0, OrchestrationRuntimeStatus.Terminated, terminated.Output, null)]));
            MarkDirty(instance);
        }
        else if (Run(instance, arrived, now) || arrivals.Length > 0)
        {
            MarkDirty(instance);
        }

        foreach (var arrival in arrivals)
        {
            Take(instance, arrival);
        }

        instance.Arrivals.RemoveRange(0, arrivals.Length);
        instance.Changes.Inbox |= instance.Inbox.Count > 0;
        instance.Inbox.Clear();
        Plan(instance);
    }

    /// <summary>Runs the code with what arrived and what is due; false when there was nothing to run it for.</summary>
    bool Run(Instance instance, HistoryEvent[] arrived, DateTimeOffset now)
    {
        var execution = instance.Execution ??= Rebuild(instance);
        now = now < execution.Now ? execution.Now : now;
        IReadOnlyList<HistoryEvent> events =
        [
            .. arrived.Where(one => one is not EventRaised { From: { } from } || !execution.HasTaken(from)),
            .. execution.OpenTimers.Where(timer => timer.Due <= now).OrderBy(timer => timer.Due).ThenBy(timer => timer.Id).Select(timer => new TimerFired(timer.Id)),
        ];
        if (events.Count == 0 && !ContinuesNow(instance, execution, []))
        {
            return false;
        }

        var actions = events.Count == 0 ? [] : execution.Run(now, events, isReplaying: false);
        var continuations = 0;
        while (ContinuesNow(instance, execution, actions))
        {
            if (++continuations > MostContinuations)
            {
                throw new InvalidOperationException($"The orchestrator continued as new {MostContinuations} times in a row without waiting for anything.");
            }

            // The fresh execution takes its first turn at once, so that what is carried over is stored with it.
            events = [new ExecutionStarted(), .. execution.CarriedOver];
            Reflect(instance, execution);
            execution = NewExecution(instance, execution.NextInput);

            // Later by the least there is: the ids that an orchestrator draws are made from its time, and must differ from those of the run before.
            now = now.AddTicks(1);
            actions = execution.Run(now, events, isReplaying: false);
        }

        if (continuations > 0)
        {
            StartAfresh(instance, execution);
        }

        instance.Status = execution.IsSuspended ? OrchestrationRuntimeStatus.Suspended : OrchestrationRuntimeStatus.Running;
        Reflect(instance, execution);
        Record(instance, new(now, events, actions));
        return true;
    }

    /// <summary>Whether the next execution begins. It waits for the messages of the last one, whose history it replaces, to be received.</summary>
    static bool ContinuesNow(Instance instance, OrchestrationExecution execution, IReadOnlyList<OrchestratorAction> actions) =>
        execution.HasContinued && instance.Outbox.Count == 0 && !actions.OfType<SendEvent>().Any();

    static void StartAfresh(Instance instance, OrchestrationExecution execution)
    {
        instance.Changes.ObsoletePages.AddRange(Enumerable.Range(instance.FirstPage, instance.NextPage - instance.FirstPage));
        instance.FirstPage = instance.NextPage;
        instance.Episodes.Clear();
        instance.Generation++;
        instance.Changes.IsRewrite = true;
        instance.Input = execution.Input;
        instance.Execution = execution;
    }

    static void Reflect(Instance instance, OrchestrationExecution execution)
    {
        if (execution.HasSetCustomStatus && instance.CustomStatus != execution.CustomStatus)
        {
            instance.CustomStatus = execution.CustomStatus;
            instance.Changes.CustomStatus = true;
        }

        instance.OpenWork = execution.OpenActivities.Count() + (execution.HasContinued ? 1 : 0);
        instance.Due = execution.OpenTimers.Select(timer => (DateTimeOffset?)timer.Due).Min();
    }

    /// <summary>Adds an episode to the history, and lets its actions take effect once it is stored.</summary>
    void Record(Instance instance, Episode episode)
    {
        instance.Episodes.Add(episode.ToJson());
        instance.UpdatedAt = episode.At;
        foreach (var action in episode.Do)
        {
            if (action is ScheduleActivity activity)
            {
                AfterCommit(instance, () => StartActivity(instance, activity));
            }
            else if (action is EndExecution end)
            {
                Finish(instance, end);
            }
            else if (action is not CreateTimer)
            {
                Send(instance, action);
            }
        }
    }

    void Finish(Instance instance, EndExecution end)
    {
        Unpark(instance);
        (instance.Status, instance.Output, instance.Failure) = (end.Status, end.Result, end.Failure);
        (instance.Due, instance.OpenWork, instance.Execution) = (null, 0, null);
        if (instance.Parent is not null)
        {
            Send(instance, end);
        }
    }

    static void Take(Instance instance, Arrival arrival)
    {
        arrival.Taken?.Invoke();
        if (arrival.Stored is { } stored)
        {
            instance.AfterCommit.Add(stored);
        }
    }

    /// <summary>An ended instance takes nothing in; whoever sent something is not left waiting.</summary>
    void TakeTooLate(Instance instance)
    {
        foreach (var arrival in instance.Arrivals)
        {
            arrival.Taken?.Invoke();
            arrival.Stored?.Invoke(null);
        }

        instance.Arrivals.Clear();
        DeliverWhatWasLeft(instance, EpisodesOf(instance));
        instance.Archive = null;
    }
}
