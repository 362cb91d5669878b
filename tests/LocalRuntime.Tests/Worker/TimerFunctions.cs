using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.Azure.Functions.Worker;

namespace LocalRuntime.Tests.Worker;

/// <summary>A daily and a fast schedule that write down when they ran, by the app's clock.</summary>
public sealed class TimerFunctions(TimeProvider clock, Diary diary)
{
    [Function(nameof(Daily))]
    public void Daily([TimerTrigger("%DailyAt%")] TimerInfo timer) => Write(nameof(Daily), timer);

    [Function(nameof(EveryMinute))]
    public void EveryMinute([TimerTrigger("0 * * * * *")] TimerInfo timer) => Write(nameof(EveryMinute), timer);

    void Write(string name, TimerInfo timer) => diary.Entries.Enqueue(string.Create(
        CultureInfo.InvariantCulture, $"{name} {clock.GetUtcNow():MM-dd HH:mm}{(timer.IsPastDue ? " past due" : "")}"));
}

/// <summary>Runs when the app starts.</summary>
public sealed class StartupTimerFunction(Diary diary)
{
    [Function(nameof(AtStart))]
    public void AtStart([TimerTrigger("0 0 0 1 1 *", RunOnStartup = true)] TimerInfo timer) =>
        diary.Entries.Enqueue($"{nameof(AtStart)} {timer.ScheduleStatus?.Next:yyyy}");
}

/// <summary>Fails every day.</summary>
public sealed class FailingTimerFunction(TimeProvider clock, Diary diary)
{
    [Function(nameof(FailsDaily))]
    public void FailsDaily([TimerTrigger("0 0 9 * * *")] TimerInfo timer)
    {
        diary.Entries.Enqueue(string.Create(CultureInfo.InvariantCulture, $"{clock.GetUtcNow():MM-dd}{timer.IsPastDue}"));
        throw new InvalidOperationException("As every day.");
    }
}

public sealed class Diary
{
    public ConcurrentQueue<string> Entries { get; } = [];

    public IEnumerable<string> Of(string function) => Entries.Where(entry => entry.StartsWith(function, StringComparison.Ordinal));
}
