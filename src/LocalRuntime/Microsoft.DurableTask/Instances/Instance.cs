using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>An unfinished orchestration instance in memory: what is stored of it, what is not stored yet, and its running code.</summary>
sealed class Instance(string id, string name, string executionId, DateTimeOffset createdAt)
{
    public string Id { get; } = id;

    public string Name { get; } = name;

    /// <summary>Tells this instance from an earlier or later one of the same id.</summary>
    public string ExecutionId { get; } = executionId;

    public DateTimeOffset CreatedAt { get; } = createdAt;

    public ParentLink? Parent { get; init; }

    public IReadOnlyDictionary<string, string> Tags { get; init; } = new Dictionary<string, string>();

    public string? Input { get; set; }

    public OrchestrationRuntimeStatus Status { get; set; } = OrchestrationRuntimeStatus.Pending;

    public string? Output { get; set; }

    public string? CustomStatus { get; set; }

    public TaskFailureDetails? Failure { get; set; }

    public DateTimeOffset UpdatedAt { get; set; } = createdAt;

    /// <summary>How often it continued as new.</summary>
    public int Generation { get; set; }

    /// <summary>The earliest moment at which a timer is due, or the start of an instance that has not begun.</summary>
    public DateTimeOffset? Due { get; set; }

    /// <summary>How many activities run or are about to, and whether a fresh execution is to begin; above zero the instance is woken after a crash.</summary>
    public int OpenWork { get; set; }

    /// <summary>Numbers of the actions that are messages to other instances and not yet stored there.</summary>
    public SortedSet<int> Outbox { get; init; } = [];

    /// <summary>Events that are stored but wait for the instance to begin, or to be mended.</summary>
    public List<HistoryEvent> Inbox { get; init; } = [];

    /// <summary>The episodes since the last that moved to history pages, as stored.</summary>
    public List<string> Episodes { get; init; } = [];

    /// <summary>Numbers of the history pages: from the first of this execution up to, not including, the next.</summary>
    public int FirstPage { get; set; }

    public int NextPage { get; set; }

    /// <summary>What clients see: the state as last stored; null before the first time.</summary>
    public InstanceState? Stored { get; set; }

    public OrchestrationExecution? Execution { get; set; }

    /// <summary>Why the instance is set aside; null when it is not.</summary>
    public string? ParkedBecause { get; set; }

    public int FailedTries { get; set; }

    public List<Arrival> Arrivals { get; } = [];

    /// <summary>The numbers of the activities that run in this process.</summary>
    public HashSet<int> Running { get; } = [];

    /// <summary>What follows once the changes made so far are stored; told the reason when they never will be.</summary>
    public List<Action<Exception?>> AfterCommit { get; private set; } = [];

    public List<Action> WhenGone { get; } = [];

    public bool IsQueued { get; set; }

    public bool IsDirty { get; set; }

    public bool IsCommitting { get; set; }

    public bool IsLoading { get; set; }

    public bool WakeAfterCommit { get; set; }

    /// <summary>Whether storage refused what it has become: nothing that it does counts any more, and what arrives is kept for the one that is stored.</summary>
    public bool IsRefused { get; set; }

    /// <summary>Whether the messages of the outbox were left by a process that is gone, and are still to be delivered.</summary>
    public bool HasUndelivered { get; set; }

    /// <summary>Text of the history pages while it is needed for a replay.</summary>
    public string? Archive { get; set; }

    public InstanceChanges Changes { get; } = new();

    public bool HasEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    /// <summary>Whether it leaves memory: it has ended, and its messages are stored elsewhere.</summary>
    public bool IsGone => HasEnded && Outbox.Count == 0;

    public InstanceState Snapshot() => new(
        Id,
        Name,
        ParkedBecause is null || HasEnded ? Status : OrchestrationRuntimeStatus.Suspended,
        CreatedAt,
        UpdatedAt,
        Input,
        Output,
        CustomStatus,
        ParkedBecause is null || HasEnded ? Failure : new("Parked", ParkedBecause, null, null, null),
        Tags);

    public OrchestrationIdentity IdentityWith(string? input) => new(
        Name, Id, Parent is null ? null : new ParentOrchestrationInstance(Parent.Name, Parent.InstanceId), input);

    public List<Action<Exception?>> TakeAfterCommit()
    {
        var taken = AfterCommit;
        AfterCommit = [];
        return taken;
    }
}
