using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

public sealed class Large_instances
{
    [Fact]
    public void Ten_thousand_events_in_one_instance_are_all_taken_in_order_also_after_a_crash()
    {
        const int Events = 10_000;
        var world = new World(seed: 1, FaultPlans.None, (tasks, _) => tasks
            .AddOrchestratorFunc<int>("Counts", async context =>
            {
                for (var expected = 0; expected < Events; expected++)
                {
                    if (await context.WaitForExternalEvent<int>("number") is var number && number != expected)
                    {
                        return number;
                    }
                }

                return Events;
            }));
        Start(world, "Counts");

        for (var number = 0; number < Events; number++)
        {
            var payload = number;
            world.Insist(client => client.RaiseEventAsync("large", "number", payload));
            if (number % 4_000 == 3_999)
            {
                world.Running().Crash();
            }
        }

        Assert.Equal(Events, Output(world));
        StoredHistory.IsWhole(world.Storage.Rows, "large");
    }

    [Fact]
    public void A_fan_out_of_a_thousand_runs_each_activity_also_after_a_crash()
    {
        const int Activities = 1_000;
        var runs = new int[Activities];
        var world = new World(seed: 1, (call, _) => call is 8 or 20 ? Fault.CrashAfter : Fault.None, (tasks, process) => tasks
            .AddOrchestratorFunc<int>("Fans out", async context =>
                (await Task.WhenAll(Enumerable.Range(0, Activities).Select(number => context.CallActivityAsync<int>("Counts", number)))).Sum())
            .AddActivityFunc<int, int>("Counts", async (_, number) =>
            {
                await process.LivesAsync();
                runs[number]++;
                return 1;
            }));
        Start(world, "Fans out");
        world.Settle();

        Assert.Equal(2, world.Crashes);
        Assert.Equal(Activities, Output(world));
        Assert.All(runs, times => Assert.InRange(times, 1, 3));
        StoredHistory.IsWhole(world.Storage.Rows, "large");
    }

    static void Start(World world, string orchestrator) =>
        world.Insist(client => client.ScheduleNewOrchestrationInstanceAsync(orchestrator, new StartOrchestrationOptions(InstanceId: "large")));

    static int Output(World world) =>
        world.Insist(client => client.WaitForInstanceCompletionAsync("large", getInputsAndOutputs: true)).ReadOutputAs<int>();
}
