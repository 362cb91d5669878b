using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Suspending_and_terminating
{
    [Fact]
    public async Task A_suspended_instance_says_so_and_runs_again_when_it_is_resumed()
    {
        await using var engine = await WaitingAsync();

        var id = await engine.StartAsync("Waits");
        await engine.Client.SuspendInstanceAsync(id, "holiday");
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await engine.StatusOfAsync(id));

        await engine.Client.ResumeInstanceAsync(id, "back");
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));
    }

    [Fact]
    public async Task Events_of_the_time_of_suspension_are_delivered_in_order_when_it_is_resumed()
    {
        await using var engine = await WaitingAsync();

        var id = await engine.StartAsync("Waits");
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.RaiseEventAsync(id, "answer", "one");
        await engine.Client.RaiseEventAsync(id, "answer", "two");
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await engine.StatusOfAsync(id));

        await engine.Client.ResumeInstanceAsync(id);
        Assert.Equal("one, two", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task A_timer_that_came_due_while_suspended_fires_when_it_is_resumed()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Sleeps", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(3), CancellationToken.None);
                return "awake";
            }));

        var id = await engine.StartAsync("Sleeps");
        await engine.Client.SuspendInstanceAsync(id);
        await engine.PassAsync(TimeSpan.FromSeconds(10));
        Assert.Equal(OrchestrationRuntimeStatus.Suspended, await engine.StatusOfAsync(id));

        await engine.Client.ResumeInstanceAsync(id);
        Assert.Equal("awake", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Suspending_what_has_ended_or_resuming_what_runs_changes_nothing()
    {
        await using var engine = await WaitingAsync();

        var id = await engine.StartAsync("Waits");
        await engine.Client.ResumeInstanceAsync(id);
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));

        await engine.Client.RaiseEventAsync(id, "answer", "one");
        await engine.Client.RaiseEventAsync(id, "answer", "two");
        await engine.OutputOfAsync<string>(id);
        await engine.Client.SuspendInstanceAsync(id);
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await engine.StatusOfAsync(id));
    }

    [Fact]
    public async Task A_terminated_instance_ends_with_the_output_that_it_was_given()
    {
        await using var engine = await WaitingAsync();

        var id = await engine.StartAsync("Waits");
        await engine.Client.TerminateInstanceAsync(id, "withdrawn");
        var ended = await engine.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, ended.RuntimeStatus);
        Assert.True(ended.IsCompleted);
        Assert.Equal("withdrawn", ended.ReadOutputAs<string>());
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task A_terminated_instance_does_nothing_any_more()
    {
        var ran = 0;
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Waits, then acts", async context =>
            {
                await context.WaitForExternalEvent<string>("answer");
                await context.CallActivityAsync("Acts");
            })
            .AddActivityFunc("Acts", (TaskActivityContext _) => { ran++; }));

        var id = await engine.StartAsync("Waits, then acts");
        await engine.Client.TerminateInstanceAsync(id);
        await engine.EndOfAsync(id);
        await Assert.ThrowsAsync<RpcException>(() => engine.Client.RaiseEventAsync(id, "answer", "too late"));
        await engine.SettleAsync();

        Assert.Equal(0, ran);
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, await engine.StatusOfAsync(id));
    }

    [Fact]
    public async Task A_suspended_instance_can_be_terminated()
    {
        await using var engine = await WaitingAsync();

        var id = await engine.StartAsync("Waits");
        await engine.Client.SuspendInstanceAsync(id);
        await engine.Client.TerminateInstanceAsync(id, "withdrawn");

        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task Terminating_what_has_ended_is_refused_and_keeps_its_end()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Ends", _ => Task.FromResult("done")));

        var id = await engine.StartAsync("Ends");
        await engine.OutputOfAsync<string>(id);
        var refused = await Assert.ThrowsAsync<RpcException>(() => engine.Client.TerminateInstanceAsync(id, "withdrawn"));
        await engine.SettleAsync();

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal("done", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task Terminating_nobody_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync(_ => { });

        var refused = await Assert.ThrowsAsync<RpcException>(() => engine.Client.TerminateInstanceAsync("nobody", "withdrawn"));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    static Task<EngineUnderTest> WaitingAsync() => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<string>("Waits", async context =>
            $"{await context.WaitForExternalEvent<string>("answer")}, {await context.WaitForExternalEvent<string>("answer")}"));
}
