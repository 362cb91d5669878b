using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

public sealed class Odd_times
{
    static readonly DateTimeOffset LeapDay = new(2028, 2, 29, 23, 30, 0, TimeSpan.Zero);
    static readonly TimeZoneInfo Amsterdam = TimeZoneInfo.FindSystemTimeZoneById("Europe/Amsterdam");

    [Theory]
    [InlineData(90)]
    [InlineData(5 * 365)]
    public void A_timer_of_days_and_years_fires_at_its_moment_however_often_the_process_is_lost(int days)
    {
        var world = Sleeping();
        var due = world.Clock.GetUtcNow().AddDays(days);
        Sleep(world, due);

        while (world.Clock.GetUtcNow() < due.AddHours(-1))
        {
            world.Pass(TimeSpan.FromTicks(Math.Min(TimeSpan.FromDays(30).Ticks, (due.AddHours(-1) - world.Clock.GetUtcNow()).Ticks)));
            Assert.Equal(OrchestrationRuntimeStatus.Running, Status(world));
            world.Current!.Crash();
        }

        world.Pass(TimeSpan.FromHours(1));
        Assert.Equal(due.UtcDateTime, AwokeAt(world));
    }

    [Fact]
    public void A_clock_that_jumps_ahead_wakes_what_it_jumped_over_once()
    {
        var world = Sleeping();
        var due = world.Clock.GetUtcNow().AddMinutes(20);
        Sleep(world, due);

        world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(1));
        world.Settle();

        Assert.Equal(due.AddMinutes(40).UtcDateTime, AwokeAt(world));
    }

    [Fact]
    public void A_clock_that_jumps_back_makes_timers_wait_and_no_history_run_backwards()
    {
        var world = Sleeping();
        var due = world.Clock.GetUtcNow().AddMinutes(20);
        Sleep(world, due);
        world.Insist(client => client.RaiseEventAsync("sleeper", "noise"));

        world.Clock.MoveTo(world.Clock.GetUtcNow().AddHours(-1));
        world.Insist(client => client.RaiseEventAsync("sleeper", "noise"));
        world.Pass(TimeSpan.FromMinutes(79));
        Assert.Equal(OrchestrationRuntimeStatus.Running, Status(world));

        world.Pass(TimeSpan.FromMinutes(1));
        Assert.Equal(due.UtcDateTime, AwokeAt(world));
        StoredHistory.IsWhole(world.Storage.Rows, "sleeper");
    }

    [Fact]
    public void A_leap_day_is_a_day()
    {
        var world = Sleeping(LeapDay);
        Sleep(world, LeapDay.AddYears(1));

        world.Pass(TimeSpan.FromDays(364));
        Assert.Equal(OrchestrationRuntimeStatus.Running, Status(world));

        world.Pass(TimeSpan.FromDays(1));
        Assert.Equal(new DateTime(2029, 2, 28, 23, 30, 0, DateTimeKind.Utc), AwokeAt(world));
    }

    // The hour that does not exist, and the hour that comes twice.
    [Theory]
    [InlineData("2026-03-29T01:30", "2026-03-29T03:30", 1)]
    [InlineData("2026-10-25T01:30", "2026-10-25T03:30", 3)]
    public void Daylight_saving_moves_no_timer(string fromLocal, string toLocal, int hours)
    {
        var from = AmsterdamTime(fromLocal);
        var to = AmsterdamTime(toLocal);
        Assert.Equal(hours, (to - from).TotalHours);
        var world = Sleeping(from);
        Sleep(world, to);

        world.Pass(TimeSpan.FromHours(hours));

        Assert.Equal(to.UtcDateTime, AwokeAt(world));
    }

    static World Sleeping(DateTimeOffset? beginning = null) => new(
        seed: 1,
        FaultPlans.None,
        (tasks, _) => tasks.AddOrchestratorFunc<DateTime, DateTime>("Sleeps", async (context, until) =>
        {
            await context.CreateTimer(until, CancellationToken.None);
            return context.CurrentUtcDateTime;
        }),
        beginning);

    static void Sleep(World world, DateTimeOffset until) =>
        world.Insist(client => client.ScheduleNewOrchestrationInstanceAsync("Sleeps", until.UtcDateTime, new StartOrchestrationOptions(InstanceId: "sleeper")));

    static OrchestrationRuntimeStatus Status(World world) => world.Insist(client => client.GetInstanceAsync("sleeper"))!.RuntimeStatus;

    static DateTime AwokeAt(World world)
    {
        var ended = world.Insist(client => client.GetInstanceAsync("sleeper", getInputsAndOutputs: true))!;
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        return ended.ReadOutputAs<DateTime>();
    }

    static DateTimeOffset AmsterdamTime(string local)
    {
        var time = DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture);
        return new DateTimeOffset(time, Amsterdam.GetUtcOffset(time)).ToUniversalTime();
    }
}
