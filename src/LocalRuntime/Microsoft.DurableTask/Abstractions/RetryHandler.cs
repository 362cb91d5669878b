namespace Microsoft.DurableTask;

/// <summary>Decides after each failed attempt whether there is another one.</summary>
/// <remarks>It is orchestrator code: deterministic, and it may await durable timers only through its asynchronous sibling.</remarks>
public delegate bool RetryHandler(RetryContext retryContext);

/// <summary>Decides after each failed attempt whether there is another one; may await durable tasks, a timer for a back-off for instance.</summary>
public delegate Task<bool> AsyncRetryHandler(RetryContext retryContext);

/// <summary>What is known after a failed attempt.</summary>
/// <param name="OrchestrationContext">The calling orchestration.</param>
/// <param name="LastAttemptNumber">The number of failed attempts so far, from 1.</param>
/// <param name="LastFailure">Why the last attempt failed.</param>
/// <param name="TotalRetryTime">The time since the first attempt was scheduled, in the orchestration's clock.</param>
/// <param name="CancellationToken">Reserved; never cancelled.</param>
public record RetryContext(
    TaskOrchestrationContext OrchestrationContext,
    int LastAttemptNumber,
    TaskFailureDetails LastFailure,
    TimeSpan TotalRetryTime,
    CancellationToken CancellationToken);
