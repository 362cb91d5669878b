using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Sub_orchestrations
{
    [Fact]
    public async Task A_child_answers_its_parent()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", context => context.CallSubOrchestratorAsync<string>("Child", "Anna"))
            .AddOrchestratorFunc<string, string>("Child", (_, name) => Task.FromResult($"Hello {name}")));

        Assert.Equal("Hello Anna", await engine.OutputOfAsync<string>(await engine.StartAsync("Parent")));
    }

    [Fact]
    public async Task A_child_runs_under_the_id_that_its_parent_chose()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", context =>
                context.CallSubOrchestratorAsync<string>("Child", options: new SubOrchestrationOptions(instanceId: "the-child")))
            .AddOrchestratorFunc<string>("Child", context => Task.FromResult(context.InstanceId)));

        Assert.Equal("the-child", await engine.OutputOfAsync<string>(await engine.StartAsync("Parent")));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, await engine.StatusOfAsync("the-child"));
    }

    [Fact]
    public async Task Children_without_a_chosen_id_get_one_of_their_own()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string[]>("Parent", context => Task.WhenAll(
                context.CallSubOrchestratorAsync<string>("Child"), context.CallSubOrchestratorAsync<string>("Child")))
            .AddOrchestratorFunc<string>("Child", context => Task.FromResult(context.InstanceId)));

        var parent = await engine.StartAsync("Parent");
        var children = await engine.OutputOfAsync<string[]>(parent);

        Assert.Equal(3, children.Append(parent).Distinct().Count());
        Assert.All(children, child => Assert.True(Guid.TryParseExact(child, "N", out _), child));
    }

    [Fact]
    public async Task A_child_knows_its_parent_and_a_parent_has_none()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", async context =>
                $"{context.Parent?.InstanceId ?? "none"} / {await context.CallSubOrchestratorAsync<string>("Child")}")
            .AddOrchestratorFunc<string>("Child", context => Task.FromResult(context.Parent?.InstanceId ?? "none")));

        var parent = await engine.StartAsync("Parent");

        Assert.Equal($"none / {parent}", await engine.OutputOfAsync<string>(parent));
    }

    [Fact]
    public async Task A_child_that_fails_throws_in_its_parent()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child");
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    return $"{failed.TaskName}: {failed.FailureDetails.ErrorType}: {failed.FailureDetails.ErrorMessage}";
                }
            })
            .AddOrchestratorFunc("Child", (TaskOrchestrationContext _) => throw new InvalidOperationException("no room")));

        Assert.Equal("Child: System.InvalidOperationException: no room", await engine.OutputOfAsync<string>(await engine.StartAsync("Parent")));
    }

    [Fact]
    public async Task A_child_that_is_terminated_throws_in_its_parent()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Parent", async context =>
            {
                try
                {
                    await context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "the-child"));
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    return failed.TaskName;
                }
            })
            .AddOrchestratorFunc<string>("Child", context => context.WaitForExternalEvent<string>("never")));

        var parent = await engine.StartAsync("Parent");
        await engine.SettleAsync();
        await engine.Client.TerminateInstanceAsync("the-child", "enough");

        Assert.Equal("Child", await engine.OutputOfAsync<string>(parent));
    }

    [Fact]
    public async Task Terminating_a_parent_leaves_its_child_alone()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context =>
                context.CallSubOrchestratorAsync("Child", options: new SubOrchestrationOptions(instanceId: "the-child")))
            .AddOrchestratorFunc<string>("Child", context => context.WaitForExternalEvent<string>("answer")));

        var parent = await engine.StartAsync("Parent");
        await engine.SettleAsync();
        await engine.Client.TerminateInstanceAsync(parent, "enough");
        Assert.Equal(OrchestrationRuntimeStatus.Terminated, (await engine.EndOfAsync(parent)).RuntimeStatus);

        await engine.Client.RaiseEventAsync("the-child", "answer", "still here");
        Assert.Equal("still here", await engine.OutputOfAsync<string>("the-child"));
    }
}
