using Microsoft.Azure.Functions.Worker.Extensions.Abstractions;

namespace Microsoft.Azure.Functions.Worker;

/// <summary>Calls the function by a schedule.</summary>
/// <param name="schedule">An NCRONTAB expression with seconds (<c>0 0 9 * * *</c>), or <c>%Name%</c> for the setting that holds it. UTC, unless WEBSITE_TIME_ZONE names another zone.</param>
public sealed class TimerTriggerAttribute(string schedule) : TriggerBindingAttribute
{
    /// <summary>The expression, or the setting that holds it.</summary>
    public string Schedule { get; private set; } = schedule;

    /// <summary>Whether occurrences are remembered across restarts, so that a missed one is made up for; not for schedules of less than a minute.</summary>
    public bool UseMonitor { get; set; } = true;

    /// <summary>Whether the function also runs when the app starts.</summary>
    public bool RunOnStartup { get; set; }
}
