using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.History;

/// <summary>Something that happened to an orchestration instance from outside its code.</summary>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "kind")]
[JsonDerivedType(typeof(ExecutionStarted), "started")]
[JsonDerivedType(typeof(TaskCompleted), "completed")]
[JsonDerivedType(typeof(TaskFailed), "failed")]
[JsonDerivedType(typeof(TimerFired), "timer")]
[JsonDerivedType(typeof(EventRaised), "event")]
[JsonDerivedType(typeof(ExecutionSuspended), "suspended")]
[JsonDerivedType(typeof(ExecutionResumed), "resumed")]
[JsonDerivedType(typeof(ExecutionTerminated), "terminated")]
[JsonDerivedType(typeof(ExecutionAborted), "aborted")]
abstract record HistoryEvent;

/// <summary>The orchestrator begins; its input stands in the instance's row.</summary>
sealed record ExecutionStarted : HistoryEvent;

/// <summary>An activity or a sub-orchestration gave its result.</summary>
sealed record TaskCompleted(int Id, string? Result) : HistoryEvent;

/// <summary>An activity or a sub-orchestration failed. A final failure (nothing of that name) is not retried.</summary>
sealed record TaskFailed(int Id, TaskFailureDetails Failure, bool IsFinal = false) : HistoryEvent;

/// <summary>A timer's moment was reached.</summary>
sealed record TimerFired(int Id) : HistoryEvent;

/// <summary>An external event arrived.</summary>
/// <param name="Name">The event's name.</param>
/// <param name="Payload">The serialized payload.</param>
/// <param name="From">The orchestration's message that it came with; null when a client raised it. A message is taken once.</param>
sealed record EventRaised(string Name, string? Payload, string? From = null) : HistoryEvent;

sealed record ExecutionSuspended(string? Reason) : HistoryEvent;

sealed record ExecutionResumed(string? Reason) : HistoryEvent;

/// <summary>The instance was ended from outside; <paramref name="Recursive"/> ends its sub-orchestrations as well.</summary>
sealed record ExecutionTerminated(string? Output, bool Recursive) : HistoryEvent;

/// <summary>The orchestrator awaited something that is not durable: it can never be replayed.</summary>
sealed record ExecutionAborted : HistoryEvent;
