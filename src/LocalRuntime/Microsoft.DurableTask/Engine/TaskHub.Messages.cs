using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Engine;

/// <content>
/// Messages between instances: starts of sub-orchestrations and their results, events, terminations. A message is stored with its sender,
/// delivered after that, and leaves the sender's outbox in the commit that stores it with its receiver: it gets there once, whatever fails between.
/// </content>
sealed partial class TaskHub
{
    void Send(Instance sender, OrchestratorAction message)
    {
        sender.Outbox.Add(message.Id);
        AfterCommit(sender, () => Deliver(sender, message));
    }

    void DeliverWhatWasLeft(Instance sender, IEnumerable<Episode> episodes)
    {
        if (!sender.HasUndelivered)
        {
            return;
        }

        sender.HasUndelivered = false;
        foreach (var message in episodes.SelectMany(episode => episode.Do).Where(action => sender.Outbox.Contains(action.Id)))
        {
            Deliver(sender, message);
        }
    }

    void Deliver(Instance sender, OrchestratorAction message)
    {
        switch (message)
        {
            case StartSubOrchestration start:
                StartChild(sender, start);
                break;
            case SendEvent send:
                DeliverTo(sender, message, send.InstanceId, new EventRaised(send.Name, send.Payload, $"{sender.ExecutionId}.{sender.Generation}.{send.Id}"));
                break;
            case TerminateSubOrchestration terminate:
                DeliverTo(sender, message, terminate.InstanceId, new ExecutionTerminated(null, Recursive: true));
                break;
            case EndExecution end:
                DeliverTo(sender, message, sender.Parent!.InstanceId, ToParent(sender, end), sender.Parent.ExecutionId);
                break;
        }
    }

    void DeliverTo(Instance sender, OrchestratorAction message, string receiverId, HistoryEvent arrived, string? executionId = null)
    {
        if (instances.TryGetValue(receiverId, out var receiver) && !receiver.HasEnded && (executionId is null || receiver.ExecutionId == executionId))
        {
            Arrive(receiver, new(arrived, Taken: () => LeaveOutbox(sender, message)));
        }
        else
        {
            // As in the real engine: who is not there, or has ended, gets nothing.
            LeaveOutbox(sender, message);
        }
    }

    void StartChild(Instance parent, StartSubOrchestration start)
    {
        var link = new ParentLink(parent.Name, parent.Id, parent.ExecutionId, start.Id);
        if (!instances.TryGetValue(start.InstanceId, out var existing))
        {
            var child = new Instance(start.InstanceId, start.Name, RandomIds.Next(options.Random), options.Clock.GetUtcNow()) { Parent = link, Input = start.Input };
            instances.Add(child.Id, child);
            Arrive(child, new(new ExecutionStarted(), Taken: () => LeaveOutbox(parent, start)));
        }
        else if (existing.Parent == link)
        {
            LeaveOutbox(parent, start);
        }
        else if (existing.HasEnded)
        {
            existing.WhenGone.Add(() => StartChild(parent, start));
        }
        else
        {
            var failure = new TaskFailureDetails(
                typeof(InvalidOperationException).FullName!, $"An orchestration instance with the id '{start.InstanceId}' already runs.", null, null, null);
            Arrive(parent, new(new TaskFailed(start.Id, failure), Taken: () => LeaveOutbox(parent, start)));
        }
    }

    static HistoryEvent ToParent(Instance child, EndExecution end) => end.Status == OrchestrationRuntimeStatus.Completed
        ? new TaskCompleted(child.Parent!.TaskId, end.Result)
        : new TaskFailed(child.Parent!.TaskId, end.Failure ?? new("Terminated", $"Sub-orchestration '{child.Id}' was terminated.", null, null, null));

    void LeaveOutbox(Instance sender, OrchestratorAction message)
    {
        if (sender.Outbox.Remove(message.Id))
        {
            MarkDirty(sender);
            if (sender.Outbox.Count == 0 && sender.Execution is { HasContinued: true })
            {
                MakeRunnable(sender);
            }
        }
    }
}
