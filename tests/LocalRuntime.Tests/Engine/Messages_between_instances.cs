using LocalRuntime.Clock;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Engine;

/// <summary>A parent, its children and a collector that counts events and continues as new: killed at every write, before and after it was done.</summary>
public sealed class Messages_between_instances
{
    const int Children = 3;

    [Fact]
    public async Task Arrive_once_whichever_write_the_process_is_killed_at()
    {
        var writes = await RunAsync(killAt: int.MaxValue, afterTheWrite: false);

        Assert.InRange(writes, 6, 60);
        for (var write = 2; write <= writes; write++)
        {
            await RunAsync(write, afterTheWrite: false);
            await RunAsync(write, afterTheWrite: true);
        }
    }

    /// <summary>Runs all to the end and gives the number of writes.</summary>
    static async Task<int> RunAsync(int killAt, bool afterTheWrite)
    {
        var store = new WatchedStore(new InProcessStore());
        var clock = Hub.NewClock();
        var killed = new TaskCompletionSource();
        Hub? first = null;
        void KillAt(int write)
        {
            if (write == killAt && first is not null)
            {
                first.Engine.Kill();
                killed.TrySetResult();
                throw new OperationCanceledException("The process is gone.");
            }
        }

        store.BeforeWrite = write => KillAt(afterTheWrite ? 0 : write);
        store.AfterWrite = write => KillAt(afterTheWrite ? write : 0);
        await using var hub = first = await StartAsync(store, clock);
        try
        {
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Collector", 0, new StartOrchestrationOptions("collector"));
            await hub.Client.ScheduleNewOrchestrationInstanceAsync("Parent", new StartOrchestrationOptions("parent"));
            await Task.WhenAny(hub.Client.WaitForInstanceCompletionAsync("collector", Hub.Within(30)), killed.Task);
        }
        catch (InvalidOperationException)
        {
            // Killed while it was asked.
        }

        if (killAt == int.MaxValue)
        {
            await CheckAsync(hub);
            return store.Writes;
        }

        await using var second = await StartAsync(store, clock);
        foreach (var (name, id) in new[] { ("Collector", "collector"), ("Parent", "parent") })
        {
            if (await second.Client.GetInstanceAsync(id) is null)
            {
                await second.Client.ScheduleNewOrchestrationInstanceAsync(name, name == "Collector" ? 0 : null, new StartOrchestrationOptions(id));
            }
        }

        await CheckAsync(second);
        return store.Writes;
    }

    static async Task CheckAsync(Hub hub)
    {
        var parent = await hub.EndAsync("parent");
        Assert.Equal([10, 20, 30], parent.ReadOutputAs<int[]>()!);
        Assert.Equal(60, (await hub.EndAsync("collector")).ReadOutputAs<int>());
        await hub.SettleAsync();
        Assert.Empty(hub.Engine.Parked);
    }

    static Task<Hub> StartAsync(IPartitionStore store, LocalClock clock) => Hub.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc<int, int>("Child", (context, number) =>
            {
                context.SendEvent("collector", "amount", number * 10);
                return number * 10;
            })
            .AddOrchestratorFunc("Parent", context => Task.WhenAll(Enumerable.Range(1, Children)
                .Select(number => context.CallSubOrchestratorAsync<int>("Child", number))))
            .AddOrchestratorFunc<int, int>("Collector", async (context, sum) =>
            {
                var amount = await context.WaitForExternalEvent<int>("amount");
                if (sum + amount < 60)
                {
                    context.SendEvent("nobody", "progress", sum);
                    context.ContinueAsNew(sum + amount);
                }

                return sum + amount;
            }),
        store,
        clock);
}
