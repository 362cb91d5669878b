using Grpc.Core;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Conformance;

public sealed class External_events
{
    [Fact]
    public async Task An_event_reaches_the_orchestration_that_waits_for_it()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");

        Assert.Equal("yes", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task An_event_that_comes_before_the_wait_is_kept_for_it()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits late", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
                return await context.WaitForExternalEvent<string>("answer");
            }));

        var id = await engine.StartAsync("Waits late");
        await engine.Client.RaiseEventAsync(id, "answer", "early");
        await engine.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("early", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Kept_events_are_handed_out_in_the_order_in_which_they_came()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits late", async context =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
                var first = await context.WaitForExternalEvent<string>("answer");
                var second = await context.WaitForExternalEvent<string>("answer");
                return $"{first}, {second}";
            }));

        var id = await engine.StartAsync("Waits late");
        await engine.Client.RaiseEventAsync(id, "answer", "one");
        await engine.Client.RaiseEventAsync(id, "answer", "two");
        await engine.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("one, two", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Names_of_events_are_equal_whatever_their_case()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", async context =>
            {
                var now = await context.WaitForExternalEvent<string>("Answer");
                await context.CreateTimer(TimeSpan.FromSeconds(2), CancellationToken.None);
                return now + await context.WaitForExternalEvent<string>("Answer");
            }));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "ANSWER", "waited for, ");
        await engine.Client.RaiseEventAsync(id, "answer", "kept");
        await engine.PassAsync(TimeSpan.FromSeconds(2));

        Assert.Equal("waited for, kept", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Of_several_waiters_for_one_name_the_newest_is_served_first()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits thrice", async context =>
            {
                var oldest = context.WaitForExternalEvent<string>("answer");
                var middle = context.WaitForExternalEvent<string>("answer");
                var newest = context.WaitForExternalEvent<string>("answer");
                return string.Join(", ", await Task.WhenAll(oldest, middle, newest));
            }));

        var id = await engine.StartAsync("Waits thrice");
        foreach (var payload in new[] { "first", "second", "third" })
        {
            await engine.Client.RaiseEventAsync(id, "answer", payload);
        }

        Assert.Equal("third, second, first", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task An_event_of_another_name_wakes_nobody()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "question", "no");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");

        Assert.Equal("yes", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task An_event_without_a_payload_is_the_default_of_its_type()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Waits", async context => await context.WaitForExternalEvent<string?>("answer") is null));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "answer");

        Assert.True(await engine.OutputOfAsync<bool>(id));
    }

    [Fact]
    public async Task A_wait_that_lasts_too_long_throws_that_its_task_was_cancelled()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits 5 seconds", async context =>
            {
                try
                {
                    return await context.WaitForExternalEvent<string>("answer", TimeSpan.FromSeconds(5));
                }
                catch (TaskCanceledException)
                {
                    return "too late";
                }
            }));

        var id = await engine.StartAsync("Waits 5 seconds");
        await engine.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("too late", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task An_event_in_time_ends_the_orchestration_without_waiting_for_the_limit()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits a day", context => context.WaitForExternalEvent<string>("answer", TimeSpan.FromDays(1))));

        var id = await engine.StartAsync("Waits a day");
        await engine.Client.RaiseEventAsync(id, "answer", "in time");

        Assert.Equal("in time", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Two_types_for_one_name_at_once_are_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits for two types", context =>
            {
                _ = context.WaitForExternalEvent<string>("answer");
                _ = context.WaitForExternalEvent<int>("answer");
                return Task.FromResult("accepted");
            }));

        var failure = await engine.FailureOfAsync(await engine.StartAsync("Waits for two types"));

        Assert.Equal(typeof(ArgumentException).FullName, failure.ErrorType);
    }

    [Fact]
    public async Task One_orchestration_sends_an_event_to_another()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer"))
            .AddOrchestratorFunc<string>("Sends", (context, receiver) =>
            {
                context.SendEvent(receiver, "answer", "from a colleague");
                return Task.CompletedTask;
            }));

        var receiver = await engine.StartAsync("Waits");
        await engine.StartAsync("Sends", receiver);

        Assert.Equal("from a colleague", await engine.OutputOfAsync<string>(receiver));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task An_event_after_the_end_is_refused_and_changes_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Ends", _ => Task.FromResult("done")));

        var id = await engine.StartAsync("Ends");
        await engine.OutputOfAsync<string>(id);
        var refused = await Assert.ThrowsAsync<RpcException>(() => engine.Client.RaiseEventAsync(id, "answer", "too late"));
        await engine.SettleAsync();

        Assert.Equal(StatusCode.FailedPrecondition, refused.StatusCode);
        Assert.Equal("done", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task An_event_for_nobody_is_refused()
    {
        await using var engine = await EngineUnderTest.StartAsync(_ => { });

        var refused = await Assert.ThrowsAsync<RpcException>(() => engine.Client.RaiseEventAsync("nobody", "answer", "yes"));

        Assert.Equal(StatusCode.NotFound, refused.StatusCode);
    }

    [Fact]
    public async Task Hundred_events_raised_one_after_the_other_arrive_in_that_order()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int[]>("Waits a hundred times", async context =>
            {
                var received = new List<int>();
                while (received.Count < 100)
                {
                    received.Add(await context.WaitForExternalEvent<int>("number"));
                }

                return [.. received];
            }));

        var id = await engine.StartAsync("Waits a hundred times");
        for (var number = 0; number < 100; number++)
        {
            await engine.Client.RaiseEventAsync(id, "number", number);
        }

        Assert.Equal(Enumerable.Range(0, 100), await engine.OutputOfAsync<int[]>(id));
    }
}
