using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Failures
{
    [Fact]
    public async Task A_failed_activity_throws_what_it_was_and_how_it_failed()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string[]>("Catches", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fails");
                    return [];
                }
                catch (TaskFailedException failed)
                {
                    return [failed.TaskName, $"{failed.TaskId}", failed.Message, failed.FailureDetails.ErrorType, failed.FailureDetails.ErrorMessage];
                }
            })
            .AddActivityFunc("Fails", (TaskActivityContext _) => throw new TooManyGuests("7 of 6")));

        Assert.Equal(
            ["Fails", "0", "Task 'Fails' (#0) failed with an unhandled exception: 7 of 6", typeof(TooManyGuests).FullName!, "7 of 6"],
            await engine.OutputOfAsync<string[]>(await engine.StartAsync("Catches")));
    }

    [Fact]
    public async Task A_failure_can_be_told_by_its_type_or_a_base_of_it()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool[]>("Catches", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fails");
                    return [];
                }
                catch (TaskFailedException failed)
                {
                    var details = failed.FailureDetails;
                    return [details.IsCausedBy<TooManyGuests>(), details.IsCausedBy<InvalidOperationException>(), details.IsCausedBy<Exception>(), details.IsCausedBy<ArgumentException>()];
                }
            })
            .AddActivityFunc("Fails", (TaskActivityContext _) => throw new TooManyGuests("7 of 6")));

        var causes = await engine.OutputOfAsync<bool[]>(await engine.StartAsync("Catches"));

        Assert.Equal([true, true, true, false], causes);
    }

    [Fact]
    public async Task An_unhandled_failure_of_an_activity_fails_the_orchestration_with_the_whole_chain()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Calls", context => context.CallActivityAsync("Fails"))
            .AddActivityFunc("Fails", (TaskActivityContext _) =>
                throw new TooManyGuests("first", new ArgumentException("second", new NotSupportedException("third")))));

        var failure = await engine.FailureOfAsync(await engine.StartAsync("Calls"));

        Assert.Equal(
            [
                (typeof(TaskFailedException).FullName!, "Task 'Fails' (#0) failed with an unhandled exception: first"),
                (typeof(TooManyGuests).FullName!, "first"),
                (typeof(ArgumentException).FullName!, "second"),
                (typeof(NotSupportedException).FullName!, "third"),
            ],
            Chain(failure));
    }

    [Fact]
    public async Task A_failure_below_a_sub_orchestration_reaches_the_top_with_every_step_between()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Parent", context => context.CallSubOrchestratorAsync("Child"))
            .AddOrchestratorFunc("Child", context => context.CallActivityAsync("Fails"))
            .AddActivityFunc("Fails", (TaskActivityContext _) => throw new TooManyGuests("7 of 6")));

        var chain = Chain(await engine.FailureOfAsync(await engine.StartAsync("Parent"))).ToArray();

        Assert.Equal(
            [typeof(TaskFailedException).FullName!, typeof(TaskFailedException).FullName!, typeof(TooManyGuests).FullName!],
            chain.Select(step => step.Type));
        Assert.Contains("Child", chain[0].Message, StringComparison.Ordinal);
        Assert.Contains("Fails", chain[1].Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_exception_of_the_orchestrator_itself_fails_it_as_it_is()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Throws", (TaskOrchestrationContext _) => throw new TooManyGuests("7 of 6")));

        var failure = await engine.FailureOfAsync(await engine.StartAsync("Throws"));

        Assert.Equal((typeof(TooManyGuests).FullName!, "7 of 6"), Assert.Single(Chain(failure)));
    }

    [Fact]
    public async Task A_handled_failure_does_not_fail_the_orchestration()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Compensates", async context =>
            {
                try
                {
                    await context.CallActivityAsync("Fails");
                    return "not reached";
                }
                catch (TaskFailedException)
                {
                    return await context.CallActivityAsync<string>("Repairs");
                }
            })
            .AddActivityFunc("Fails", (TaskActivityContext _) => throw new TooManyGuests("7 of 6"))
            .AddActivityFunc("Repairs", (TaskActivityContext _) => "repaired"));

        Assert.Equal("repaired", await engine.OutputOfAsync<string>(await engine.StartAsync("Compensates")));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task An_orchestrator_that_does_not_exist_stops_its_instance()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc("Exists", _ => Task.CompletedTask));

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Does not exist");

        Assert.Contains("Does not exist", (await engine.StoppedByAsync(id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_instance_is_complete_and_shows_where_it_failed()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Throws", (TaskOrchestrationContext _) => throw new TooManyGuests("7 of 6")));

        var id = await engine.StartAsync("Throws");
        var ended = await engine.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        Assert.True(ended.IsCompleted);
        Assert.NotNull(ended.FailureDetails!.StackTrace);
    }

    static IEnumerable<(string Type, string Message)> Chain(TaskFailureDetails? failure)
    {
        for (; failure is not null; failure = failure.InnerFailure)
        {
            yield return (failure.ErrorType, failure.ErrorMessage);
        }
    }

    sealed class TooManyGuests(string message, Exception? inner = null) : InvalidOperationException(message, inner);
}
