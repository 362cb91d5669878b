namespace Microsoft.DurableTask;

/// <summary>An orchestrator: deterministic code that is replayed from its history.</summary>
public interface ITaskOrchestrator
{
    /// <summary>The type as which the input is deserialized.</summary>
    Type InputType { get; }

    /// <summary>The type of the result.</summary>
    Type OutputType { get; }

    /// <summary>Runs the orchestrator to its end, awaiting durable tasks only.</summary>
    Task<object?> RunAsync(TaskOrchestrationContext context, object? input);
}
