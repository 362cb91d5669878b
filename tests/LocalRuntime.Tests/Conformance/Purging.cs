using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Purging
{
    [Fact]
    public async Task A_purged_instance_is_gone()
    {
        await using var engine = await EndingOrWaitingAsync();
        var id = await EndedAsync(engine, "ended");

        var purged = await engine.Client.PurgeInstanceAsync(id);

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await engine.Client.GetInstanceAsync(id));
    }

    [Fact]
    public async Task Purging_what_does_not_exist_purges_nothing()
    {
        await using var engine = await EndingOrWaitingAsync();

        Assert.Equal(0, (await engine.Client.PurgeInstanceAsync("never-existed")).PurgedInstanceCount);
    }

    [Fact]
    public async Task An_instance_that_runs_is_not_purged()
    {
        await using var engine = await EndingOrWaitingAsync();
        var id = await engine.StartAsync("Waits");

        // Some backends say that it cannot be, others answer that nothing was.
        await Record.ExceptionAsync(() => engine.Client.PurgeInstanceAsync(id));

        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));
    }

    [Fact]
    public async Task A_filter_purges_the_statuses_that_it_names()
    {
        await using var engine = await EndingOrWaitingAsync();
        var completed = await EndedAsync(engine, "completed");
        var running = await engine.StartAsync("Waits");
        var terminated = await engine.StartAsync("Waits");
        await engine.Client.TerminateInstanceAsync(terminated);
        await engine.EndOfAsync(terminated);

        var purged = await engine.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(CreatedFrom: DateTimeOffset.UnixEpoch, Statuses: [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.Null(await engine.Client.GetInstanceAsync(completed));
        Assert.NotNull(await engine.Client.GetInstanceAsync(running));
        Assert.NotNull(await engine.Client.GetInstanceAsync(terminated));
    }

    [Fact]
    public async Task A_filter_purges_what_was_created_in_its_span_of_time()
    {
        await using var engine = await EndingOrWaitingAsync();
        var before = await EndedAsync(engine, "before");
        await engine.PassAsync(TimeSpan.FromSeconds(5));
        var within = await EndedAsync(engine, "within");
        await engine.PassAsync(TimeSpan.FromSeconds(5));
        var after = await EndedAsync(engine, "after");
        var middle = (await engine.Client.GetInstanceAsync(within))!.CreatedAt;

        var purged = await engine.Client.PurgeAllInstancesAsync(
            new PurgeInstancesFilter(middle.AddSeconds(-2), middle.AddSeconds(2), [OrchestrationRuntimeStatus.Completed]));

        Assert.Equal(1, purged.PurgedInstanceCount);
        Assert.NotNull(await engine.Client.GetInstanceAsync(before));
        Assert.Null(await engine.Client.GetInstanceAsync(within));
        Assert.NotNull(await engine.Client.GetInstanceAsync(after));
    }

    [Fact]
    public async Task The_id_of_a_purged_instance_is_free_again()
    {
        await using var engine = await EndingOrWaitingAsync();
        var id = await EndedAsync(engine, "again");
        await engine.Client.PurgeInstanceAsync(id);

        Assert.Equal(id, await EndedAsync(engine, "again"));
    }

    static Task<EngineUnderTest> EndingOrWaitingAsync() => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string>("Ends", _ => Task.FromResult("done"))
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));

    static async Task<string> EndedAsync(EngineUnderTest engine, string id)
    {
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Ends", new StartOrchestrationOptions(InstanceId: id));
        await engine.EndOfAsync(id);
        return id;
    }
}
