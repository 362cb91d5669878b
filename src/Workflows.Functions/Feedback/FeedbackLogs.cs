using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Feedback;

/// <summary>Log messages about feedback: ids and codes only.</summary>
static partial class FeedbackLogs
{
    [LoggerMessage(401, LogLevel.Information, "Feedback {Feedback} was tried: {Result}")]
    public static partial void FeedbackWasTried(this ILogger logger, string feedback, DeliveryResult result);

    [LoggerMessage(403, LogLevel.Warning, "An attempt to deliver feedback {Feedback} is not in its log: storage answered {Status}")]
    public static partial void AttemptIsNotInTheLog(this ILogger logger, string feedback, int status);

    [LoggerMessage(402, LogLevel.Warning, "The callback of practice {Practice} with {Organisation} wants no more calls; feedback goes by mail")]
    public static partial void SubscriptionHasEnded(this ILogger logger, string organisation, string practice);

    [LoggerMessage(404, LogLevel.Error, "Feedback {Feedback} could not be delivered by callback or mail; the coordinator is told")]
    public static partial void FeedbackIsUndeliverable(this ILogger logger, string feedback);
}
