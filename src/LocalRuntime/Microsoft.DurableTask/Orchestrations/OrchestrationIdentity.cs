using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>What does not change during one execution.</summary>
sealed record OrchestrationIdentity(string Name, string InstanceId, ParentOrchestrationInstance? Parent, string? Input);
