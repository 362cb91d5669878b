using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Insights;

/// <summary>Log messages about the figures.</summary>
static partial class InsightsLogs
{
    [LoggerMessage(EventId = 1400, Level = LogLevel.Warning, Message = "The fact of referral {Referral} stays behind: {Failure}. It catches up before its month is rolled up.")]
    public static partial void FactStaysBehind(ILogger logger, string referral, string failure);

    [LoggerMessage(EventId = 1401, Level = LogLevel.Information, Message = "The figures of {Organisation} are rolled up through {Through}: {Counted} counts are new, {Restated} were restated, {CaughtUp} facts had stayed behind.")]
    public static partial void RolledUp(ILogger logger, string organisation, DateOnly through, int counted, int restated, int caughtUp);
}
