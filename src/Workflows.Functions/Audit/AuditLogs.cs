using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Audit;

/// <summary>What the audit log says of itself. A broken chain is an alert.</summary>
static partial class AuditLogs
{
    [LoggerMessage(EventId = 1200, Level = LogLevel.Error, Message = "The audit log of {Chain} could not be written: {Failure}. What it was about did not happen.")]
    public static partial void NotWritten(ILogger logger, string chain, string failure);

    [LoggerMessage(EventId = 1201, Level = LogLevel.Critical, Message = "The audit chain of {Chain} is broken in {Month} at entry {Sequence}: {Why}.")]
    public static partial void ChainIsBroken(ILogger logger, string chain, string month, long sequence, AuditFault why);

    [LoggerMessage(EventId = 1202, Level = LogLevel.Information, Message = "The audit chain of {Chain} holds up to {Month}, entry {Sequence}, hash {Hash}.")]
    public static partial void ChainHolds(ILogger logger, string chain, string month, long sequence, string hash);

    [LoggerMessage(EventId = 1203, Level = LogLevel.Warning, Message = "How far the audit chain of {Chain} is was not noted: {Status}.")]
    public static partial void NotNoted(ILogger logger, string chain, int status);
}
