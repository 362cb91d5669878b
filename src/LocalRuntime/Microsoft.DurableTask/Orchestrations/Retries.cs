using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>Retries of a durable call, by policy or by handler. Part of the orchestrator's code: the pauses are durable timers.</summary>
static class Retries
{
    public static Task<T> Run<T>(TaskOrchestrationContext context, TaskRetryOptions? retry, Func<Task<T>> call) => retry switch
    {
        { Policy: { } policy } => ByPolicy(context, policy, call),
        { Handler: { } handler } => ByHandler(context, handler, call),
        _ => call(),
    };

    static async Task<T> ByPolicy<T>(TaskOrchestrationContext context, RetryPolicy policy, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed) when (!failed.IsFinal && attempt < policy.MaxNumberOfAttempts && Retries(failed.FailureDetails))
            {
                await context.CreateTimer(Pause(policy, attempt), CancellationToken.None);
            }
        }

        bool Retries(TaskFailureDetails failure) =>
            (policy.RetryTimeout == Timeout.InfiniteTimeSpan || context.CurrentUtcDateTime - first < policy.RetryTimeout) && policy.Retries(failure);
    }

    static TimeSpan Pause(RetryPolicy policy, int attempt)
    {
        var longest = policy.MaxRetryInterval == Timeout.InfiniteTimeSpan ? TimeSpan.FromDays(365) : policy.MaxRetryInterval;
        var pause = policy.FirstRetryInterval.TotalMilliseconds * Math.Pow(policy.BackoffCoefficient, attempt - 1);
        return pause < longest.TotalMilliseconds ? TimeSpan.FromMilliseconds(pause) : longest;
    }

    static async Task<T> ByHandler<T>(TaskOrchestrationContext context, AsyncRetryHandler handler, Func<Task<T>> call)
    {
        var first = context.CurrentUtcDateTime;
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                return await call();
            }
            catch (TaskFailedException failed) when (!failed.IsFinal)
            {
                var soFar = context.CurrentUtcDateTime - first;
                if (!await handler(new(context, attempt, failed.FailureDetails, soFar, CancellationToken.None)))
                {
                    throw;
                }
            }
        }
    }
}
