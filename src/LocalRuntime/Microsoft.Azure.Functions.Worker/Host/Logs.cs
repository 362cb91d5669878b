using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>What the host writes to the log.</summary>
static partial class Logs
{
    /// <summary>The category by which host.json sets the level of a single function, as on the real host.</summary>
    public static ILogger ForFunction(this ILoggerFactory loggers, AppFunction function) => loggers.CreateLogger($"Function.{function.Name}");

    /// <summary>The category of the host itself.</summary>
    public static ILogger ForHost(this ILoggerFactory loggers) => loggers.CreateLogger("Host");

    /// <summary>Tells what failed and where, without the messages of the exceptions: they may hold what must not be in a log.</summary>
    public static void FunctionFailed(this ILogger logger, Exception failure, string function)
    {
        for (var exception = failure; exception is not null; exception = exception.InnerException)
        {
            FunctionFailed(logger, function, exception.GetType().FullName, exception.StackTrace);
        }
    }

    [LoggerMessage(1, LogLevel.Error, "The function {Function} failed with {ErrorType} {StackTrace}")]
    static partial void FunctionFailed(ILogger logger, string function, string? errorType, string? stackTrace);

    [LoggerMessage(2, LogLevel.Information, "{Function}: {Methods} {Route}")]
    public static partial void HttpFunction(this ILogger logger, string function, string methods, string route);

    [LoggerMessage(3, LogLevel.Information, "{Function}: {Trigger}")]
    public static partial void OtherFunction(this ILogger logger, string function, string trigger);

    [LoggerMessage(4, LogLevel.Information, "Ready: {Address} ({Environment}, {Functions} functions). Ctrl+C stops it.")]
    public static partial void Ready(this ILogger logger, Uri address, string environment, int functions);

    [LoggerMessage(14, LogLevel.Information, "{Address}local shows the mailbox, the clock and what runs.")]
    public static partial void LocalPagesAre(this ILogger logger, Uri address);

    [LoggerMessage(15, LogLevel.Information, "New here? {Address}local/walk: {Title}.")]
    public static partial void WalkIs(this ILogger logger, Uri address, string title);

    [LoggerMessage(5, LogLevel.Information, "The app's clock stands at {Now:yyyy-MM-dd HH:mm:ss zzz}.")]
    public static partial void ClockStands(this ILogger logger, DateTimeOffset now);

    [LoggerMessage(6, LogLevel.Debug, "The timer function {Function} runs next at {Next:yyyy-MM-dd HH:mm:ss zzz}.")]
    public static partial void TimerRunsNext(this ILogger logger, string function, DateTimeOffset next);

    [LoggerMessage(7, LogLevel.Information, "Starting Azurite on port {Port}, with its data in {Folder} ...")]
    public static partial void AzuriteStarts(this ILogger logger, int port, string folder);

    [LoggerMessage(8, LogLevel.Information, "Using the Azurite that runs on port {Port}.")]
    public static partial void AzuriteIsUsed(this ILogger logger, int port);

    [LoggerMessage(9, LogLevel.Information, "Stopping Azurite; it saves its data ...")]
    public static partial void AzuriteStops(this ILogger logger);

    [LoggerMessage(16, LogLevel.Warning, "Azurite takes long to save its data; it goes on by itself, and the next start uses it.")]
    public static partial void AzuriteStillSaves(this ILogger logger);

    [LoggerMessage(10, LogLevel.Warning, "How far the schedule of {Function} came could not be stored; after a restart this occurrence may run again.")]
    public static partial void ScheduleNotRemembered(this ILogger logger, Exception failure, string function);

    [LoggerMessage(12, LogLevel.Information, "The local Service Bus listens on port {Port}.")]
    public static partial void BusListens(this ILogger logger, int port);

    [LoggerMessage(13, LogLevel.Warning, "Receiving from {Queue} failed at {Step} with {ErrorType}; it is tried again.")]
    public static partial void BusFailed(this ILogger logger, string queue, string step, string? errorType);

    [LoggerMessage(11, LogLevel.Information, "{Functions} functions in {Assembly}:")]
    public static partial void FunctionsFound(this ILogger logger, int functions, string? assembly);
}
