using Microsoft.Extensions.Logging;

namespace Workflows.Functions;

/// <summary>What the app logs. Ids and codes only: never a name, an address, a code of a reason or a text that somebody wrote.</summary>
static partial class Logs
{
    [LoggerMessage(EventId = 1001, Level = LogLevel.Warning, Message = "Effect {Effect} failed with {Failure}; it stays stored and is tried again.")]
    public static partial void EffectFailed(ILogger logger, string effect, string failure);

    [LoggerMessage(EventId = 1002, Level = LogLevel.Information, Message = "Referral {Referral} still held {Commands} commands and {Effects} effects; they are raised and dispatched again.")]
    public static partial void SweptReferral(ILogger logger, string referral, int commands, int effects);

    [LoggerMessage(EventId = 1003, Level = LogLevel.Information, Message = "Referral {Referral} was submitted.")]
    public static partial void Submitted(ILogger logger, string referral);

    [LoggerMessage(EventId = 1004, Level = LogLevel.Warning, Message = "Command {Command} of referral {Referral} was stored, but its wake-up failed with {Failure}; the sweep raises it again.")]
    public static partial void RaiseFailed(ILogger logger, string command, string referral, string failure);

    [LoggerMessage(EventId = 1005, Level = LogLevel.Information, Message = "Referral {Referral} was not started now: {Failure}. Its submission is stored; if nobody else has started it, the sweep does.")]
    public static partial void StartFailed(ILogger logger, string referral, string failure);

    [LoggerMessage(EventId = 1006, Level = LogLevel.Warning, Message = "Submission {Submission} of {Source} waited until it expired, and was erased.")]
    public static partial void SubmissionExpired(ILogger logger, string submission, string source);
}
