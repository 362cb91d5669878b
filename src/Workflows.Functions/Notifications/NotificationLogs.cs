using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Notifications;

/// <summary>Log messages about messages: keys and codes only.</summary>
static partial class NotificationLogs
{
    [LoggerMessage(301, LogLevel.Warning, "Notification {Key} waits after attempt {Attempt}: {Why}")]
    public static partial void NotificationWaits(this ILogger logger, string key, int attempt, string? why);

    [LoggerMessage(302, LogLevel.Error, "Notification {Key} ended as {State}: {Why}")]
    public static partial void NotificationIsNotSent(this ILogger logger, string key, NotificationState state, string? why);

    [LoggerMessage(303, LogLevel.Warning, "The provider's answer about notification {Key} was lost: {Why}")]
    public static partial void AnswerIsLost(this ILogger logger, string key, string? why);

    [LoggerMessage(304, LogLevel.Warning, "Another way for notification {Key} could not be taken now, because of {Failure}; it is tried again.")]
    public static partial void FallbackFailed(this ILogger logger, string key, string failure);
}
