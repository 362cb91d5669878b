using LocalRuntime.Clock;
using LocalRuntime.Tests.Azurite;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Worker;

public sealed class A_timer_function(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly string hub = AzuriteFixture.NewPrefix();
    readonly Diary diary = new();

    [Fact]
    public async Task Runs_at_every_occurrence_that_the_clock_is_moved_over()
    {
        await using var host = await Host<TimerFunctions>();

        await Move(host, TimeSpan.FromDays(3));

        Assert.Equal(["Daily 04-13 09:00", "Daily 04-14 09:00", "Daily 04-15 09:00"], diary.Of("Daily"));
    }

    [Fact]
    public async Task Of_a_fast_schedule_runs_once_at_every_stop_of_the_clock()
    {
        await using var host = await Host<TimerFunctions>();

        await Move(host, TimeSpan.FromDays(2));

        Assert.Equal(["EveryMinute 04-13 09:00", "EveryMinute 04-14 09:00", "EveryMinute 04-15 08:00"], diary.Of("EveryMinute"));
    }

    [Fact]
    public async Task Makes_no_deadline_of_what_comes_round_by_itself()
    {
        await using var host = await Host<TimerFunctions>();
        var clock = host.Services.GetRequiredService<ClockDriver>();

        Assert.NotNull(clock.NextDue);
        Assert.Null(clock.NextDeadline);
    }

    [Fact]
    public async Task Makes_up_once_for_what_it_missed_while_the_app_did_not_run()
    {
        await using (var first = await Host<TimerFunctions>())
        {
            await Move(first, TimeSpan.FromHours(2));
        }

        diary.Entries.Clear();
        await ClockOf(hub, TimeSpan.FromDays(5));
        await using var second = await Host<TimerFunctions>();
        await Move(second, TimeSpan.FromMinutes(1));

        Assert.Single(diary.Of("Daily"), entry => entry.EndsWith("past due", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Runs_at_the_start_when_it_says_so()
    {
        await using var host = await Host<StartupTimerFunction>();
        await Move(host, TimeSpan.FromSeconds(1));

        Assert.Equal(["AtStart 2027"], diary.Entries);
    }

    [Fact]
    public async Task That_fails_runs_again_at_its_next_occurrence()
    {
        await using var host = await Host<FailingTimerFunction>();

        await Move(host, TimeSpan.FromDays(2));

        Assert.Equal(["04-13False", "04-14False"], diary.Entries);
    }

    [Fact]
    public async Task Whose_schedule_names_a_setting_that_is_not_set_keeps_the_app_from_starting()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => Host<TimerFunctions>(app => app.Configuration["DailyAt"] = null));

        Assert.Contains("'DailyAt'", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Needs_storage_and_the_message_says_which_setting()
    {
        var refused = await Assert.ThrowsAsync<InvalidOperationException>(() => AHost.Of<TimerFunctions>());

        Assert.Contains("AzureWebJobsStorage", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>A host whose fresh clock stands at Monday 13 April 2026 08:00 UTC.</summary>
    Task<AHost> Host<T>(Action<FunctionsApplicationBuilder>? also = null) => AHost.Of<T>(app =>
    {
        app.Logging.ClearProviders();
        app.Services.AddSingleton(diary);
        app.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        app.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = hub;
        app.Configuration["LocalClock:Start"] = "2026-04-13T08:00:00Z";
        app.Configuration["DailyAt"] = "0 0 9 * * *";
        also?.Invoke(app);
    });

    static Task Move(AHost host, TimeSpan distance) => host.Services.GetRequiredService<ClockDriver>().AdvanceAsync(distance, CancellationToken.None);

    /// <summary>Lets time go by while no app runs.</summary>
    async Task ClockOf(string hub, TimeSpan later)
    {
        var memory = new ClockMemory(new(new(azurite.ConnectionString), hub));
        var ahead = await memory.RecallAsync(CancellationToken.None);
        await memory.RememberAsync(ahead!.Value + later, CancellationToken.None);
    }
}
