using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Backups;

/// <summary>Log messages about backups. The alerts in infra-bicep/modules/alerts.bicep wait for their words.</summary>
static partial class BackupLogs
{
    [LoggerMessage(1500, LogLevel.Information, "A backup was made: {Backup}, with {Rows} rows in {Files} files.")]
    public static partial void BackupMade(this ILogger logger, string backup, long rows, int files);

    [LoggerMessage(1501, LogLevel.Warning, "The backup that began before is not done yet; no other is begun.")]
    public static partial void BackupStillRuns(this ILogger logger);

    [LoggerMessage(1502, LogLevel.Warning, "Backup {Backup} of {BegunAt} was restored, on the word of {Who}: {ErasedAgain} persons were erased again.")]
    public static partial void BackupRestored(this ILogger logger, string backup, DateTimeOffset begunAt, string who, int erasedAgain);

    [LoggerMessage(1503, LogLevel.Warning, "The audit chain of {Chain} was being written while the backup read it: in {Month} it ends with {Sequence} now.")]
    public static partial void ChainWasCut(this ILogger logger, string chain, string month, long sequence);

    [LoggerMessage(1504, LogLevel.Error, "Who was erased before backup {Backup} was made is not known to the restore of an earlier one, and may come back: {Why}")]
    public static partial void ErasuresNotRead(this ILogger logger, string backup, string why);
}
