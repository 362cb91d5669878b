using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Conformance;

public sealed class Several_tasks_at_once
{
    [Fact]
    public async Task WhenAny_answers_with_the_task_that_was_first()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Races", async context =>
            {
                using var lost = new CancellationTokenSource();
                var slow = context.CreateTimer(TimeSpan.FromDays(1), lost.Token);
                var quick = context.CreateTimer(TimeSpan.FromSeconds(3), CancellationToken.None);
                var winner = await Task.WhenAny(slow, quick);
                lost.Cancel();
                return winner == quick ? "quick" : "slow";
            }));

        var id = await engine.StartAsync("Races");
        await engine.PassAsync(TimeSpan.FromSeconds(3));

        Assert.Equal("quick", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task An_event_wins_from_a_timer_that_is_not_yet_due()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Races", EventOrTimer));

        var id = await engine.StartAsync("Races");
        await engine.Client.RaiseEventAsync(id, "answer", "event");

        Assert.Equal("event", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task A_timer_wins_from_an_event_that_never_comes()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Races", EventOrTimer));

        var id = await engine.StartAsync("Races");
        await engine.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("timer", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task WhenAll_answers_in_the_order_of_the_calls_whatever_came_first()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string[]>("Waits for all", context => Task.WhenAll(
                context.WaitForExternalEvent<string>("one"),
                context.WaitForExternalEvent<string>("two"),
                context.WaitForExternalEvent<string>("three"))));

        var id = await engine.StartAsync("Waits for all");
        foreach (var name in new[] { "three", "one", "two" })
        {
            await engine.Client.RaiseEventAsync(id, name, name);
        }

        Assert.Equal(["one", "two", "three"], await engine.OutputOfAsync<string[]>(id));
    }

    [Fact]
    public async Task Activities_that_were_started_together_all_run()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int>("Fans out", async context =>
                (await Task.WhenAll(Enumerable.Range(1, 20).Select(number => context.CallActivityAsync<int>("Doubles", number)))).Sum())
            .AddActivityFunc<int, int>("Doubles", (_, number) => number * 2));

        Assert.Equal(420, await engine.OutputOfAsync<int>(await engine.StartAsync("Fans out")));
    }

    [Fact]
    public async Task WhenAll_throws_the_failure_of_one_after_all_have_ended()
    {
        var ended = 0;
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Fans out", async context =>
            {
                try
                {
                    await Task.WhenAll(context.CallActivityAsync("Fails"), context.CallActivityAsync("Succeeds"), context.CallActivityAsync("Succeeds"));
                    return "no failure";
                }
                catch (TaskFailedException failed)
                {
                    return failed.TaskName;
                }
            })
            .AddActivityFunc("Fails", (TaskActivityContext _) => throw new InvalidOperationException("no"))
            .AddActivityFunc("Succeeds", (TaskActivityContext _) => { Interlocked.Increment(ref ended); }));

        Assert.Equal("Fails", await engine.OutputOfAsync<string>(await engine.StartAsync("Fans out")));
        Assert.Equal(2, ended);
    }

    static async Task<string> EventOrTimer(TaskOrchestrationContext context)
    {
        using var tooLate = new CancellationTokenSource();
        var answer = context.WaitForExternalEvent<string>("answer");
        var timer = context.CreateTimer(TimeSpan.FromSeconds(5), tooLate.Token);
        if (await Task.WhenAny(answer, timer) == timer)
        {
            return "timer";
        }

        tooLate.Cancel();
        return await answer;
    }
}
