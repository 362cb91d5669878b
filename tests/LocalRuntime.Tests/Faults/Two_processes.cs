using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

public sealed class Two_processes
{
    [Fact]
    public void The_second_waits_until_the_first_is_gone_and_goes_on_with_its_work()
    {
        var world = Counting();
        Start(world);
        var second = world.StartAnother(out var started);
        Raise(world, "one");
        Assert.False(started.IsCompleted);

        world.Current!.Crash();
        world.PumpUntil(() => started.IsCompleted, world.Clock.GetUtcNow().AddMinutes(1));
        world.TakeOver(second);
        Raise(world, "two");

        Assert.Equal("one, two", Output(world));
        StoredHistory.IsWhole(world.Storage.Rows, "counter");
    }

    [Fact]
    public void A_paused_process_that_wakes_up_late_writes_nothing()
    {
        var world = Counting();
        Start(world);
        var paused = world.Running();
        var late = world.Scheduler.Start(async () =>
        {
            await paused.Client.RaiseEventAsync("counter", "number", "late");
            return true;
        });
        paused.Pause();
        world.Settle();
        Assert.False(late.IsCompleted);

        var second = world.StartAnother(out var started);
        world.PumpUntil(() => started.IsCompleted, world.Clock.GetUtcNow().AddMinutes(1));
        world.TakeOver(second);
        Raise(world, "one");
        var before = world.Storage.Rows;
        paused.WakeUp();
        world.PumpUntil(() => late.IsCompleted, world.Clock.GetUtcNow().AddMinutes(1));

        Assert.True(late.IsFaulted);
        Assert.Equal(before.Select(row => (row.Key, row.ETag)), world.Storage.Rows.Select(row => (row.Key, row.ETag)));
        Raise(world, "two");
        Assert.Equal("one, two", Output(world));
        StoredHistory.IsWhole(world.Storage.Rows, "counter");
    }

    [Theory]
    [InlineData(100)]
    public void Whoever_is_paused_and_whoever_takes_over_each_event_is_taken_once(int seeds)
    {
        for (var seed = 0; seed < seeds; seed++)
        {
            var world = Counting(seed);
            Start(world);
            foreach (var number in new[] { "one", "two" })
            {
                var paused = world.Running();
                var attempt = world.Scheduler.Start(async () =>
                {
                    await paused.Client.RaiseEventAsync("counter", "number", number);
                    return true;
                });
                for (var step = world.Random.Next(25); step > 0; step--)
                {
                    world.Scheduler.RunOne();
                }

                paused.Pause();
                var next = world.StartAnother(out var started);
                world.PumpUntil(() => started.IsCompleted, world.Clock.GetUtcNow().AddMinutes(1));
                world.TakeOver(next);
                paused.WakeUp();
                world.PumpUntil(() => attempt.IsCompleted, world.Clock.GetUtcNow().AddMinutes(1));

                // Answered: it counts. Not answered: the client may ask again, and does only if it did not arrive.
                if (!attempt.IsCompletedSuccessfully && !Received(world).Contains(number))
                {
                    Raise(world, number);
                }
            }

            Assert.True(Output(world) is "one, two", $"seed {seed}: {Output(world)}");
            StoredHistory.IsWhole(world.Storage.Rows, "counter");
        }
    }

    static World Counting(int seed = 1) => new(seed, FaultPlans.None, (tasks, _) => tasks
        .AddOrchestratorFunc<string>("Counts", async context =>
        {
            var first = await context.WaitForExternalEvent<string>("number");
            context.SetCustomStatus(first);
            return $"{first}, {await context.WaitForExternalEvent<string>("number")}";
        }));

    static void Start(World world) =>
        world.Insist(client => client.ScheduleNewOrchestrationInstanceAsync("Counts", new StartOrchestrationOptions(InstanceId: "counter")));

    static void Raise(World world, string number)
    {
        world.Insist(client => client.RaiseEventAsync("counter", "number", number));
        world.Settle();
    }

    static string Received(World world)
    {
        var counter = world.Insist(client => client.GetInstanceAsync("counter", getInputsAndOutputs: true))!;
        return $"{counter.SerializedCustomStatus} {counter.SerializedOutput}";
    }

    static string? Output(World world) => world.Insist(client => client.GetInstanceAsync("counter", getInputsAndOutputs: true))!.ReadOutputAs<string>();
}
