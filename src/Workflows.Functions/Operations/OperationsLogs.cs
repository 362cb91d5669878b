using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Operations;

/// <summary>Log messages about the whole. The alerts in infra-bicep/modules/alerts.bicep wait for their words.</summary>
static partial class OperationsLogs
{
    [LoggerMessage(1300, LogLevel.Information, "Operations were measured: {Open} open referrals, the oldest deadline {Deadline} minutes ago, the oldest stored work {Pending} minutes old, {DeadLetters} dead letters.")]
    public static partial void OperationsMeasured(this ILogger logger, int open, int deadline, int pending, int deadLetters);

    [LoggerMessage(1301, LogLevel.Error, "Stored work has been waiting for {Minutes} minutes.")]
    public static partial void StoredWorkWaits(this ILogger logger, int minutes);

    [LoggerMessage(1302, LogLevel.Warning, "Referral {Referral} had no orchestration that runs ({State}); it was started again from its timeline.")]
    public static partial void StartedAgain(this ILogger logger, string referral, string state);

    [LoggerMessage(1303, LogLevel.Error, "Referral {Referral} may have no orchestration that runs, and could not be started again: {Failure}.")]
    public static partial void NotStartedAgain(this ILogger logger, string referral, string failure);
}
