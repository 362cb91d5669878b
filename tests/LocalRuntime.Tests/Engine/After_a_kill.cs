using LocalRuntime.Clock;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Engine;

public sealed class After_a_kill
{
    readonly InProcessStore store = new();
    readonly LocalClock clock = Hub.NewClock();

    [Fact]
    public async Task A_waiting_instance_goes_on_where_it_was()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", "Ria");
        await first.SettleAsync();
        first.Engine.Kill();

        await using var second = await StartAsync();
        await second.Client.RaiseEventAsync(id, "answer", "yes");

        Assert.Equal("Ria: yes", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_timer_that_became_due_meanwhile_fires_at_once()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Sleeping");
        await first.SettleAsync();
        first.Engine.Kill();
        clock.MoveTo(clock.GetUtcNow().AddDays(100));

        await using var second = await StartAsync();

        Assert.Equal(clock.GetUtcNow().UtcDateTime, (await second.EndAsync(id)).ReadOutputAs<DateTime>());
    }

    [Fact]
    public async Task An_activity_that_had_not_ended_runs_again()
    {
        var began = new TaskCompletionSource();
        var never = new TaskCompletionSource<string>();
        await using var first = await StartAsync(tasks => tasks.AddActivityFunc("Work", _ =>
        {
            began.SetResult();
            return never.Task;
        }));
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Working");
        await began.Task.WaitAsync(Hub.Within(10));
        first.Engine.Kill();

        await using var second = await StartAsync(tasks => tasks.AddActivityFunc("Work", _ => Task.FromResult("done")));

        Assert.Equal("done", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_suspended_instance_stays_suspended_and_keeps_what_arrived()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", "Ria");
        await first.Client.SuspendInstanceAsync(id, "holiday");
        await first.Client.RaiseEventAsync(id, "answer", "yes");
        first.Engine.Kill();

        await using var second = await StartAsync();
        var between = await second.Client.GetInstanceAsync(id);
        await second.Client.ResumeInstanceAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Suspended, between!.RuntimeStatus);
        Assert.Equal("Ria: yes", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_that_starts_later_starts_then_with_the_events_that_came_early()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", "Ria", new StartOrchestrationOptions(StartAt: clock.GetUtcNow().AddDays(3)));
        await first.Client.RaiseEventAsync(id, "answer", "yes");
        first.Engine.Kill();

        await using var second = await StartAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Pending, (await second.Client.GetInstanceAsync(id))!.RuntimeStatus);
        await second.MoveAsync(TimeSpan.FromDays(3));

        Assert.Equal("Ria: yes", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Only_unfinished_instances_are_read()
    {
        await using var first = await StartAsync();
        for (var number = 0; number < 50; number++)
        {
            await first.RunAsync("Quick");
        }

        await Task.WhenAll(Enumerable.Range(0, 1_500).Select(_ => first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting")));
        first.Engine.Kill();

        var watched = new WatchedStore(store);
        await using var second = await StartAsync(on: watched);
        await second.SettleAsync();

        // The fence twice, as it was and as it is now, and the instances in two pages of a thousand.
        Assert.Equal((1_502, 4), (watched.RowsRead, watched.Reads));
    }

    Task<Hub> StartAsync(Action<DurableTaskRegistry>? more = null, IPartitionStore? on = null) => Hub.StartAsync(
        tasks =>
        {
            more?.Invoke(tasks);
            tasks
                .AddOrchestratorFunc<string, string>("Waiting", async (context, name) => $"{name}: {await context.WaitForExternalEvent<string>("answer")}")
                .AddOrchestratorFunc("Working", context => context.CallActivityAsync<string>("Work"))
                .AddOrchestratorFunc("Quick", _ => "quick")
                .AddOrchestratorFunc("Sleeping", async context =>
                {
                    await context.CreateTimer(TimeSpan.FromDays(90), CancellationToken.None);
                    return context.CurrentUtcDateTime;
                });
        },
        on ?? store,
        clock);
}
