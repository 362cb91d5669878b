using LocalRuntime.Clock;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Engine;

public sealed class A_long_history
{
    readonly InProcessStore store = new();
    readonly LocalClock clock = Hub.NewClock();

    [Fact]
    public async Task Of_many_episodes_moves_to_pages_and_is_replayed_from_them()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Summing", 500);
        for (var number = 1; number < 500; number++)
        {
            await first.Client.RaiseEventAsync(id, "number", number);
        }

        first.Engine.Kill();
        Assert.Contains(store.Rows, row => row.Key.StartsWith("h!", StringComparison.Ordinal));

        await using var second = await StartAsync();
        await second.Client.RaiseEventAsync(id, "number", 500);

        Assert.Equal(500 * 501 / 2, (await second.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Of_large_payloads_moves_to_pages_and_is_replayed_from_them()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Joining", 12);
        await Task.WhenAll(Enumerable.Range(1, 11).Select(_ => first.Client.RaiseEventAsync(id, "text", new string('x', 120_000))));
        first.Engine.Kill();

        await using var second = await StartAsync();
        await second.Client.RaiseEventAsync(id, "text", "end");

        Assert.Equal((11 * 120_000) + 3, (await second.EndAsync(id)).ReadOutputAs<int>());
    }

    [Fact]
    public async Task Is_removed_with_its_instance()
    {
        await using var hub = await StartAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Joining", 2);
        await hub.Client.RaiseEventAsync(id, "text", new string('x', 120_000));
        await hub.Client.RaiseEventAsync(id, "text", "end");
        await hub.EndAsync(id);

        Assert.Equal(1, (await hub.Client.PurgeInstanceAsync(id)).PurgedInstanceCount);
        Assert.Equal("fence", Assert.Single(store.Rows).Key);
    }

    [Fact]
    public async Task Is_removed_when_the_instance_continues_as_new()
    {
        await using var hub = await StartAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Renewing");
        await hub.Client.RaiseEventAsync(id, "text", new string('x', 120_000));
        Assert.Contains(store.Rows, row => row.Key.StartsWith("h!", StringComparison.Ordinal));
        await hub.Client.RaiseEventAsync(id, "text", "renew");

        Assert.DoesNotContain(store.Rows, row => row.Key.StartsWith("h!", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Is_kept_when_an_instance_with_pages_is_rebuilt_after_each_episode()
    {
        await using var hub = await StartAsync(replays: true);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Joining", 4);
        foreach (var text in new[] { new string('x', 100_000), new string('y', 100_000), "z", "end" })
        {
            await hub.Client.RaiseEventAsync(id, "text", text);
        }

        Assert.Equal(200_004, (await hub.EndAsync(id)).ReadOutputAs<int>());
        Assert.Empty(hub.Engine.Parked);
    }

    [Fact]
    public async Task Is_read_again_when_an_event_cannot_be_and_does_not_keep_the_instance_from_being_terminated()
    {
        await using var hub = await StartAsync();
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Joining", 9);
        await hub.Client.RaiseEventAsync(id, "text", new string('x', 100_000));
        await hub.Client.RaiseEventAsync(id, "text", new { NotA = "string" });
        await hub.SettleAsync();

        Assert.StartsWith("The JSON value could not be converted to System.String.", hub.Engine.Parked[id], StringComparison.Ordinal);
        await hub.Client.TerminateInstanceAsync(id, "given up");
        Assert.Equal("given up", (await hub.EndAsync(id)).ReadOutputAs<string>());
        Assert.Empty(hub.Engine.Parked);
    }

    [Fact]
    public async Task Of_texts_that_grow_in_the_request_is_written_in_several_transactions()
    {
        await using var hub = await StartAsync();
        var text = string.Concat(Enumerable.Repeat("\ud83d\ude00\"", 6_000));
        var ids = await Task.WhenAll(Enumerable.Range(0, 30).Select(_ => hub.Client.ScheduleNewOrchestrationInstanceAsync("Joining", 1)));

        await Task.WhenAll(ids.Select(id => hub.Client.RaiseEventAsync(id, "text", text)));

        foreach (var id in ids)
        {
            Assert.Equal(text.Length, (await hub.EndAsync(id)).ReadOutputAs<int>());
        }

        Assert.Empty(hub.Engine.Parked);
    }

    Task<Hub> StartAsync(bool replays = false) => Hub.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc<int, int>("Summing", async (context, count) =>
            {
                var sum = 0;
                for (var number = 0; number < count; number++)
                {
                    sum += await context.WaitForExternalEvent<int>("number");
                }

                return sum;
            })
            .AddOrchestratorFunc<int, int>("Joining", async (context, count) =>
            {
                var length = 0;
                for (var number = 0; number < count; number++)
                {
                    length += (await context.WaitForExternalEvent<string>("text")).Length;
                }

                return length;
            })
            .AddOrchestratorFunc("Renewing", async context =>
            {
                while (await context.WaitForExternalEvent<string>("text") != "renew")
                {
                    context.SetCustomStatus("more");
                }

                context.ContinueAsNew();
            }),
        store,
        clock,
        options => options with { ReplayAfterEachEpisode = replays });
}
