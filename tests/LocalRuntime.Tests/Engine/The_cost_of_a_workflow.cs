using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Engine;

/// <summary>Two activities, an event, three activities, a timer.</summary>
public sealed class The_cost_of_a_workflow
{
    [Fact]
    public async Task Is_at_most_ten_storage_requests_when_it_runs_alone()
    {
        var store = new WatchedStore(new InProcessStore());
        await using var hub = await Hub.StartAsync(Flow, store);
        var before = store.Requests;

        await RunAsync(hub, 1);

        Assert.InRange(store.Requests - before, 1, 10);
    }

    [Fact]
    public async Task Is_at_most_four_storage_requests_on_average_when_64_run_at_once()
    {
        var store = new WatchedStore(new InProcessStore());

        // In turn, so that a write takes as long as everything that waits beside it, as it does on a real storage; in memory it takes no time.
        var inTurn = new ConcurrentExclusiveSchedulerPair().ExclusiveScheduler;
        await using var hub = await Hub.StartAsync(Flow, store, adapt: options => options with { Scheduler = inTurn, MaxConcurrentActivities = 64 });
        var before = store.Requests;

        await RunAsync(hub, 64);

        Assert.InRange(store.Requests - before, 1, 64 * 4);
    }

    [Fact]
    public async Task Is_nothing_while_it_waits()
    {
        var store = new WatchedStore(new InProcessStore());
        await using var hub = await Hub.StartAsync(
            tasks => tasks.AddOrchestratorFunc("Waiting", context => context.WaitForExternalEvent<string>("never", TimeSpan.FromDays(400))), store);
        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting")));
        var before = store.Requests;

        await hub.MoveAsync(TimeSpan.FromDays(399));

        Assert.Equal(before, store.Requests);
    }

    static void Flow(DurableTaskRegistry tasks) => tasks
        .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
        .AddOrchestratorFunc("Flow", async context =>
        {
            var number = await context.CallActivityAsync<int>("Next", 0);
            number = await context.CallActivityAsync<int>("Next", number);
            await context.WaitForExternalEvent<string>("go");
            for (var more = 0; more < 3; more++)
            {
                number = await context.CallActivityAsync<int>("Next", number);
            }

            await context.CreateTimer(TimeSpan.FromHours(1), CancellationToken.None);
            return number;
        });

    static async Task RunAsync(Hub hub, int atOnce)
    {
        var ids = await Task.WhenAll(Enumerable.Range(0, atOnce).Select(_ => hub.Client.ScheduleNewOrchestrationInstanceAsync("Flow")));
        await Task.WhenAll(ids.Select(id => hub.Client.RaiseEventAsync(id, "go", "now")));
        await hub.MoveAsync(TimeSpan.FromHours(2));
        foreach (var id in ids)
        {
            Assert.Equal(5, (await hub.EndAsync(id)).ReadOutputAs<int>());
        }
    }
}
