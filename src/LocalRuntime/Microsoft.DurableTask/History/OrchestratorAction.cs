using System.Text.Json.Serialization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.History;

/// <summary>Something that an orchestrator decided to do. Numbered from 0 within one execution, the same at every replay.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ScheduleActivity), "activity")]
[JsonDerivedType(typeof(CreateTimer), "timer")]
[JsonDerivedType(typeof(StartSubOrchestration), "start")]
[JsonDerivedType(typeof(SendEvent), "send")]
[JsonDerivedType(typeof(TerminateSubOrchestration), "terminate")]
[JsonDerivedType(typeof(EndExecution), "end")]
abstract record OrchestratorAction(int Id)
{
    /// <summary>What the action is, for a person who has to find the line of code.</summary>
    [JsonIgnore]
    public abstract string Description { get; }
}

sealed record ScheduleActivity(int Id, string Name, string? Input) : OrchestratorAction(Id)
{
    public override string Description => $"activity '{Name}'";
}

sealed record CreateTimer(int Id, DateTimeOffset Due) : OrchestratorAction(Id)
{
    public override string Description => "a timer";
}

sealed record StartSubOrchestration(int Id, string Name, string InstanceId, string? Input) : OrchestratorAction(Id)
{
    public override string Description => $"sub-orchestration '{Name}'";
}

sealed record SendEvent(int Id, string InstanceId, string Name, string? Payload) : OrchestratorAction(Id)
{
    public override string Description => $"event '{Name}' to another instance";
}

sealed record TerminateSubOrchestration(int Id, string InstanceId) : OrchestratorAction(Id)
{
    public override string Description => "the termination of a sub-orchestration";
}

sealed record EndExecution(int Id, OrchestrationRuntimeStatus Status, string? Result, TaskFailureDetails? Failure) : OrchestratorAction(Id)
{
    public override string Description => $"the end ({Status})";
}
