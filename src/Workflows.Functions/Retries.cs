using Microsoft.DurableTask;

namespace Workflows.Functions;

/// <summary>How often an activity is tried.</summary>
static class Retries
{
    /// <summary>
    /// For what has to happen before the referral can go on: a storage that is down for a day delays it by a day and loses nothing.
    /// From 5 seconds, doubled each time, to at most 10 minutes between two tries.
    /// </summary>
    public static TaskOptions UntilItWorks { get; } = TaskOptions.FromRetryPolicy(new(
        maxNumberOfAttempts: int.MaxValue,
        firstRetryInterval: TimeSpan.FromSeconds(5),
        backoffCoefficient: 2,
        maxRetryInterval: TimeSpan.FromMinutes(10)));
}
