using System.Collections.Immutable;

namespace Microsoft.DurableTask;

/// <summary>How a new orchestration instance starts.</summary>
public record StartOrchestrationOptions
{
    /// <summary>Options with an optional instance id and start time.</summary>
    /// <param name="InstanceId">1 to 100 characters without / \ # ?; null for a random id.</param>
    /// <param name="StartAt">The earliest moment at which the orchestrator runs; null for now.</param>
    public StartOrchestrationOptions(string? InstanceId = null, DateTimeOffset? StartAt = null)
    {
        this.InstanceId = InstanceId;
        this.StartAt = StartAt;
    }

    /// <summary>The instance id; null for a random one.</summary>
    public string? InstanceId { get; init; }

    /// <summary>The earliest moment at which the orchestrator runs; null for now.</summary>
    public DateTimeOffset? StartAt { get; init; }

    /// <summary>Labels that the instance carries from its start.</summary>
    public IReadOnlyDictionary<string, string> Tags { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>
    /// Names of the statuses in which an existing instance of the same id refuses the new one. Null leaves the choice to the task hub;
    /// empty lets every existing instance be replaced, one that runs being terminated first.
    /// </summary>
    public IReadOnlyList<string>? DedupeStatuses { get; init; }
}
