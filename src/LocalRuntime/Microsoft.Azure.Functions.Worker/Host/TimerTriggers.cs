using System.Text.RegularExpressions;
using LocalRuntime.Clock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Runs the app's timer functions by the app's clock.</summary>
sealed partial class TimerTriggers(
    IReadOnlyList<AppFunction> functions, FunctionInvoker invoker, TimeProvider clock, HostMemory memory,
    IConfiguration settings, IServiceProvider services, ILoggerFactory loggers) : ITimedWork
{
    TimerFunction[] running = [];

    public DateTimeOffset? NextDue => running.Min(timer => timer.NextDue);

    public DateTimeOffset? NextDeadline => null;

    public bool IsSettled => Array.TrueForAll(running, timer => timer.IsSettled);

    public async Task StartAsync(CancellationToken cancellation)
    {
        running = [.. from function in functions where function.Trigger is TimerTriggerAttribute select Running(function)];
        foreach (var timer in running)
        {
            await timer.StartAsync(cancellation);
        }
    }

    public async Task StopAsync()
    {
        foreach (var timer in running)
        {
            await timer.DisposeAsync();
        }

        running = [];
    }

    TimerFunction Running(AppFunction function)
    {
        var schedule = TimerSchedule.Parse(Resolve(((TimerTriggerAttribute)function.Trigger).Schedule, function.Name), Zone());
        return new(function, schedule, invoker, clock, memory, services, loggers.ForFunction(function));
    }

    /// <summary>A setting in the place of <c>%Name%</c>.</summary>
    string Resolve(string schedule, string function) => SettingName().Replace(schedule, match =>
        settings[match.Groups[1].Value] ?? throw new InvalidOperationException($"The schedule of the function '{function}' names the setting '{match.Groups[1].Value}', which is not set."));

    /// <summary>UTC as in Azure, or the zone of the setting by which Azure lets an app choose one.</summary>
    TimeZoneInfo Zone() => settings["WEBSITE_TIME_ZONE"] is { Length: > 0 } name ? TimeZoneInfo.FindSystemTimeZoneById(name) : TimeZoneInfo.Utc;

    [GeneratedRegex("%([^%]+)%")]
    private static partial Regex SettingName();
}
