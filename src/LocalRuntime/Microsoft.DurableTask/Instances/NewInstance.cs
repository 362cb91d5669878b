using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>An instance that a client wants to have.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Name">The orchestrator's name.</param>
/// <param name="Input">The serialized input.</param>
/// <param name="StartAt">The earliest moment at which it runs.</param>
/// <param name="Tags">Its labels.</param>
/// <param name="RefusedBy">The statuses in which an existing instance of that id stays, and this one is refused.</param>
sealed record NewInstance(
    string Id,
    string Name,
    string? Input,
    DateTimeOffset? StartAt,
    IReadOnlyDictionary<string, string> Tags,
    IReadOnlySet<OrchestrationRuntimeStatus> RefusedBy);
