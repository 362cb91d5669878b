using System.Text.Json;
using Azure;
using LocalRuntime.Clock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>A timer function that waits for its next occurrence. Occurrences that pass while it runs, or in one move of the clock, become one run.</summary>
sealed class TimerFunction(
    AppFunction function, TimerSchedule schedule, FunctionInvoker invoker, TimeProvider clock, HostMemory memory, IServiceProvider services, ILogger logger)
    : ITimedWork, IAsyncDisposable
{
    readonly Lock gate = new();
    readonly SemaphoreSlim running = new(1, 1);
    readonly CancellationTokenSource stopping = new();
    readonly TimerTriggerAttribute trigger = (TimerTriggerAttribute)function.Trigger;
    readonly bool remembers = ((TimerTriggerAttribute)function.Trigger).UseMonitor && !schedule.IsFasterThanAMinute(clock.GetUtcNow());
    readonly bool makesStops = !schedule.IsFrequent(clock.GetUtcNow());
    ScheduleStatus status = new();
    DateTimeOffset? due;
    bool isPastDue;
    ITimer? timer;

    /// <summary>The next occurrence of a schedule of an hour or more.</summary>
    /// <remarks>
    /// Faster ones run once at every stop that the clock makes for others, instead of making stops: moved over three months, a sweep of every
    /// minute would run 130,000 times, and all but the runs beside other work would find nothing.
    /// </remarks>
    public DateTimeOffset? NextDue
    {
        get { lock (gate) { return makesStops ? due : null; } }
    }

    public bool IsSettled
    {
        get { lock (gate) { return due is null || due > clock.GetUtcNow(); } }
    }

    public async Task StartAsync(CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        status = await RecallAsync(now, cancellation);
        timer = clock.CreateTimer(_ => _ = RunAsync(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        isPastDue = status.Next < now.UtcDateTime;
        WaitFor(isPastDue || trigger.RunOnStartup ? now : new(status.Next));
    }

    public async ValueTask DisposeAsync()
    {
        await stopping.CancelAsync();
        if (timer is not null)
        {
            await timer.DisposeAsync();
        }

        await running.WaitAsync();   // a run that has begun comes to its end
        running.Dispose();
        stopping.Dispose();
    }

    async Task RunAsync()
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        await running.WaitAsync();
        var now = clock.GetUtcNow();
        try
        {
            await InvokeAsync(new TimerInfo { IsPastDue = isPastDue, ScheduleStatus = remembers ? status : null });
            isPastDue = false;
            status = new() { Last = now.UtcDateTime, Next = schedule.Next(now).UtcDateTime, LastUpdated = now.UtcDateTime };
            await RememberAsync();
        }
        catch (RequestFailedException failure)
        {
            logger.ScheduleNotRemembered(failure, function.Name);
        }
        finally
        {
            WaitFor(schedule.Next(now));
            running.Release();
        }
    }

    /// <summary>A failure is told and does not end the schedule.</summary>
    async Task InvokeAsync(TimerInfo info)
    {
        try
        {
            await using var scope = services.CreateAsyncScope();
            await invoker.InvokeAsync(new Invocation(function, info, scope.ServiceProvider, stopping.Token));
        }
        catch (Exception failure)
        {
            logger.FunctionFailed(failure, function.Name);
        }
    }

    void WaitFor(DateTimeOffset next)
    {
        lock (gate)
        {
            due = next;
        }

        if (next > clock.GetUtcNow())
        {
            logger.TimerRunsNext(function.Name, next);
        }

        if (!stopping.IsCancellationRequested)
        {
            timer!.Change(next - clock.GetUtcNow() is var left && left > TimeSpan.Zero ? left : TimeSpan.Zero, Timeout.InfiniteTimeSpan);
        }
    }

    /// <summary>How far the schedule came; one that was changed since, or never seen, begins now.</summary>
    async Task<ScheduleStatus> RecallAsync(DateTimeOffset now, CancellationToken cancellation)
    {
        if (remembers
            && await memory.RecallAsync(Key, cancellation) is { } text
            && JsonSerializer.Deserialize<ScheduleStatus>(text) is { } known
            && known.Next == schedule.Next(new(known.LastUpdated)).UtcDateTime)
        {
            return known;
        }

        status = new() { Next = schedule.Next(now).UtcDateTime, LastUpdated = now.UtcDateTime };
        await RememberAsync();
        return status;
    }

    async Task RememberAsync()
    {
        if (remembers)
        {
            await memory.RememberAsync(Key, JsonSerializer.Serialize(status), CancellationToken.None);
        }
    }

    string Key => $"timer {function.Name}";
}
