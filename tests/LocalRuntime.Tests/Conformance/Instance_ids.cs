using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Instance_ids
{
    [Fact]
    public async Task An_instance_without_a_chosen_id_gets_a_random_one()
    {
        await using var engine = await EchoingOrWaitingAsync();

        var one = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "a");
        var other = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "b");

        Assert.True(Guid.TryParseExact(one, "N", out _), one);
        Assert.NotEqual(one, other);
    }

    [Fact]
    public async Task A_chosen_id_is_the_id()
    {
        await using var engine = await EchoingOrWaitingAsync();

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "a", new StartOrchestrationOptions(InstanceId: "referral-1.offer"));

        Assert.Equal("referral-1.offer", id);
        Assert.Equal("a", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task The_id_of_an_instance_that_runs_is_refused()
    {
        await using var engine = await EchoingOrWaitingAsync();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions(InstanceId: "taken"));
        await engine.Client.WaitForInstanceStartAsync("taken");

        // Its type depends on the backend, its words do not.
        var refused = await Assert.ThrowsAnyAsync<Exception>(() =>
            engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", new StartOrchestrationOptions(InstanceId: "taken")));

        Assert.Contains("already exists", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_id_of_an_instance_that_has_ended_starts_it_afresh()
    {
        await using var engine = await EchoingOrWaitingAsync();
        var again = new StartOrchestrationOptions(InstanceId: "again");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "first", again);
        Assert.Equal("first", await engine.OutputOfAsync<string>("again"));

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "second", again);

        Assert.Equal("second", await engine.OutputOfAsync<string>("again"));
    }

    [Fact]
    public async Task The_id_of_an_instance_whose_status_is_named_is_refused()
    {
        await using var engine = await EchoingOrWaitingAsync();
        var once = new StartOrchestrationOptions(InstanceId: "once").WithDedupeStatuses(OrchestrationRuntimeStatus.Completed);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "first", once);
        await engine.OutputOfAsync<string>("once");

        var refused = await Assert.ThrowsAnyAsync<Exception>(() => engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "second", once));

        Assert.Contains("already exists", refused.Message, StringComparison.Ordinal);
        Assert.Equal("first", await engine.OutputOfAsync<string>("once"));
    }

    [Fact]
    public async Task The_id_of_an_instance_whose_status_is_not_named_starts_it_afresh()
    {
        await using var engine = await EchoingOrWaitingAsync();
        var unlessFailed = new StartOrchestrationOptions(InstanceId: "again").WithDedupeStatuses(OrchestrationRuntimeStatus.Failed);
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "first", unlessFailed);
        await engine.OutputOfAsync<string>("again");

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Echoes", "second", unlessFailed);

        Assert.Equal("second", await engine.OutputOfAsync<string>("again"));
    }

    [Fact]
    public async Task Nothing_of_the_earlier_life_of_an_id_is_left()
    {
        await using var engine = await EchoingOrWaitingAsync();
        var again = new StartOrchestrationOptions(InstanceId: "again");
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", again);
        await engine.Client.WaitForInstanceStartAsync("again");
        await engine.Client.SuspendInstanceAsync("again");
        await engine.Client.RaiseEventAsync("again", "answer", "for the first life");
        await engine.Client.RaiseEventAsync("again", "answer", "unheard in the first life");
        await engine.Client.ResumeInstanceAsync("again");
        await engine.OutputOfAsync<string>("again");

        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits", again);
        await engine.Client.WaitForInstanceStartAsync("again");
        await engine.Client.RaiseEventAsync("again", "answer", "for the second life");

        Assert.Equal("for the second life", await engine.OutputOfAsync<string>("again"));
    }

    [Fact]
    public async Task An_instance_starts_at_the_moment_that_was_asked()
    {
        await using var engine = await EchoingOrWaitingAsync();
        var now = (await engine.EndOfAsync(await engine.StartAsync("Echoes", "what time is it"))).CreatedAt;

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync(
            "Echoes", "later", new StartOrchestrationOptions(StartAt: now.AddSeconds(30)));
        await engine.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(OrchestrationRuntimeStatus.Pending, await engine.StatusOfAsync(id));

        await engine.PassAsync(TimeSpan.FromSeconds(25));
        Assert.Equal("later", await engine.OutputOfAsync<string>(id));
    }

    static Task<EngineUnderTest> EchoingOrWaitingAsync() => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string, string>("Echoes", (_, said) => Task.FromResult(said))
        .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));
}
