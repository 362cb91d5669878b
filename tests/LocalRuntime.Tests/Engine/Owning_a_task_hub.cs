using LocalRuntime.Clock;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Engine;

public sealed class Owning_a_task_hub
{
    readonly InProcessStore store = new();
    readonly LocalClock clock = Hub.NewClock();

    [Fact]
    public async Task A_second_process_waits_until_the_first_is_gone_and_takes_over()
    {
        await using var first = await StartAsync();
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");

        var starting = StartAsync();
        await first.Client.RaiseEventAsync(id, "one", "1");
        Assert.False(starting.IsCompleted);
        first.Engine.Kill();

        await using var second = await starting;
        await second.Client.RaiseEventAsync(id, "two", "2");
        Assert.Equal("12", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_second_process_takes_over_at_once_after_a_normal_stop()
    {
        var first = await StartAsync();
        await first.DisposeAsync();

        await using var second = await StartAsync();
        Assert.Equal("quick", (await second.RunAsync("Quick")).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_writer_that_was_taken_for_gone_cannot_write_when_it_wakes_up()
    {
        // As if it was stopped for so long that the second gave it up.
        await using var first = await StartAsync(new Unheard());
        var id = await first.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        await using var second = await StartAsync();

        var late = first.Client.RaiseEventAsync(id, "one", "late");

        await Assert.ThrowsAsync<FencedException>(() => late);
        await second.Client.RaiseEventAsync(id, "one", "1");
        await second.Client.RaiseEventAsync(id, "two", "2");
        Assert.Equal("12", (await second.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_process_that_lost_the_task_hub_gets_it_back_when_the_other_is_gone()
    {
        await using var first = await StartAsync(new Unheard());
        await using var second = await StartAsync();
        await Assert.ThrowsAsync<FencedException>(() => first.Client.ScheduleNewOrchestrationInstanceAsync("Quick"));

        second.Engine.Kill();

        Assert.Equal("quick", (await first.RunAsync("Quick")).ReadOutputAs<string>());
    }

    Task<Hub> StartAsync(IPresence? presence = null) => Hub.StartAsync(
        tasks => tasks
            .AddOrchestratorFunc("Quick", _ => "quick")
            .AddOrchestratorFunc("Waiting", async context =>
                await context.WaitForExternalEvent<string>("one") + await context.WaitForExternalEvent<string>("two")),
        store,
        clock,
        options => options with { Presence = presence ?? options.Presence });

    /// <summary>Hears the others and is not heard by them.</summary>
    sealed class Unheard : IPresence
    {
        readonly InProcessPresence others = new();

        public string Announce(string owner) => string.Empty;

        public Task WaitUntilGoneAsync(string owner, string address, CancellationToken cancellation) =>
            others.WaitUntilGoneAsync(owner, address, cancellation);

        public void Withdraw() => others.Withdraw();
    }
}
