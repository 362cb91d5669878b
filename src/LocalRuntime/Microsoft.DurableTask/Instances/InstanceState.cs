using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>What clients may know of an instance. Shown to them only once it is stored.</summary>
sealed record InstanceState(
    string Id,
    string Name,
    OrchestrationRuntimeStatus Status,
    DateTimeOffset CreatedAt,
    DateTimeOffset UpdatedAt,
    string? Input,
    string? Output,
    string? CustomStatus,
    TaskFailureDetails? Failure,
    IReadOnlyDictionary<string, string> Tags)
{
    public bool HasEnded => Status is OrchestrationRuntimeStatus.Completed or OrchestrationRuntimeStatus.Failed or OrchestrationRuntimeStatus.Terminated;

    public OrchestrationMetadata ToMetadata(DataConverter converter, bool withInputsAndOutputs) => new(Name, Id)
    {
        RuntimeStatus = Status,
        CreatedAt = CreatedAt,
        LastUpdatedAt = UpdatedAt,
        FailureDetails = Failure,
        Tags = Tags,
        DataConverter = withInputsAndOutputs ? converter : null,
        SerializedInput = withInputsAndOutputs ? Input : null,
        SerializedOutput = withInputsAndOutputs ? Output : null,
        SerializedCustomStatus = withInputsAndOutputs ? CustomStatus : null,
    };
}
