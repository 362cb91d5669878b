using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Timers
{
    [Fact]
    public async Task A_timer_fires_at_its_moment_and_not_before()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Sleeps", async context =>
            {
                var due = context.CurrentUtcDateTime.AddSeconds(10);
                await context.CreateTimer(due, CancellationToken.None);
                return context.CurrentUtcDateTime >= due;
            }));

        var id = await engine.StartAsync("Sleeps");
        await engine.PassAsync(TimeSpan.FromSeconds(5));
        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));

        await engine.PassAsync(TimeSpan.FromSeconds(5));
        Assert.True(await engine.OutputOfAsync<bool>(id));
    }

    [Fact]
    public async Task A_moment_that_has_passed_fires_at_once()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Sleeps", async context =>
            {
                await context.CreateTimer(context.CurrentUtcDateTime.AddDays(-1), CancellationToken.None);
                return "awake";
            }));

        Assert.Equal("awake", await engine.OutputOfAsync<string>(await engine.StartAsync("Sleeps")));
    }

    [Fact]
    public async Task Timers_after_each_other_add_up()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<double>("Sleeps thrice", async context =>
            {
                var start = context.CurrentUtcDateTime;
                for (var sleep = 0; sleep < 3; sleep++)
                {
                    await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
                }

                return (context.CurrentUtcDateTime - start).TotalSeconds;
            }));

        var id = await engine.StartAsync("Sleeps thrice");
        await engine.PassAsync(TimeSpan.FromSeconds(7));

        Assert.InRange(await engine.OutputOfAsync<double>(id), 6, 60);
    }

    [Fact]
    public async Task A_cancelled_timer_throws_that_its_task_was_cancelled()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Changes its mind", async context =>
            {
                using var enough = new CancellationTokenSource();
                var timer = context.CreateTimer(TimeSpan.FromDays(1), enough.Token);
                enough.Cancel();
                try
                {
                    await timer;
                    return "slept";
                }
                catch (TaskCanceledException)
                {
                    return "cancelled";
                }
            }));

        Assert.Equal("cancelled", await engine.OutputOfAsync<string>(await engine.StartAsync("Changes its mind")));
    }

    // The reason why the loser of a race is cancelled.
    [Fact]
    public async Task An_orchestration_is_not_complete_before_the_timer_that_it_left_running()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Forgets a timer", async context =>
            {
                _ = context.CreateTimer(TimeSpan.FromSeconds(10), CancellationToken.None);
                await context.WaitForExternalEvent<string>("answer");
                return "done";
            }));

        var id = await engine.StartAsync("Forgets a timer");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));

        await engine.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal("done", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task A_timer_that_was_cancelled_does_not_hold_up_the_end()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Cancels", async context =>
            {
                using var enough = new CancellationTokenSource();
                _ = context.CreateTimer(TimeSpan.FromDays(1), enough.Token);
                await context.WaitForExternalEvent<string>("answer");
                enough.Cancel();
                return "done";
            }));

        var id = await engine.StartAsync("Cancels");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");

        Assert.Equal("done", await engine.OutputOfAsync<string>(id));
    }
}
