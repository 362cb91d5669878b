using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Continue_as_new
{
    [Fact]
    public async Task The_next_run_has_the_same_id_and_the_new_input()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, string>("Counts", async (context, count) =>
            {
                await context.CallActivityAsync("Counts along");
                if (count < 5)
                {
                    context.ContinueAsNew(count + 1);
                }

                return $"{count} in {context.InstanceId}";
            })
            .AddActivityFunc("Counts along", (TaskActivityContext _) => { }));

        var id = await engine.StartAsync("Counts", 1);

        Assert.Equal($"5 in {id}", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Events_that_nobody_waited_for_go_with_it_in_their_order()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Collects", CollectOneAsync));

        var id = await engine.StartAsync("Collects", "");
        foreach (var payload in new[] { "a", "b", "c", "d" })
        {
            await engine.Client.RaiseEventAsync(id, "letter", payload);
        }

        Assert.Equal("abcd", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Events_that_came_before_the_first_wait_go_with_it_too()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Collects", async (context, collected) =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                return await CollectOneAsync(context, collected);
            }));

        var id = await engine.StartAsync("Collects", "");
        foreach (var payload in new[] { "a", "b", "c", "d" })
        {
            await engine.Client.RaiseEventAsync(id, "letter", payload);
        }

        await engine.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal("abcd", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task Events_that_nobody_waited_for_are_dropped_when_that_is_asked()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<int, string>("Starts clean", async (context, run) =>
            {
                if (run == 1)
                {
                    await context.WaitForExternalEvent<string>("start");
                    context.ContinueAsNew(2, preserveUnprocessedEvents: false);
                    return "first run";
                }

                return await context.WaitForExternalEvent<string>("letter");
            }));

        var id = await engine.StartAsync("Starts clean", 1);
        await engine.Client.RaiseEventAsync(id, "letter", "dropped");
        await engine.Client.RaiseEventAsync(id, "start");
        await engine.SettleAsync();
        await engine.Client.RaiseEventAsync(id, "letter", "kept");

        Assert.Equal("kept", await engine.OutputOfAsync<string>(id));
    }

    [Fact]
    public async Task The_instance_keeps_running_in_between_for_those_who_wait_for_its_end()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string, string>("Collects", CollectOneAsync));

        var id = await engine.StartAsync("Collects", "");
        var end = engine.Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        await engine.Client.RaiseEventAsync(id, "letter", "a");
        await engine.SettleAsync();
        Assert.Equal(OrchestrationRuntimeStatus.Running, await engine.StatusOfAsync(id));
        Assert.False(end.IsCompleted);

        foreach (var payload in new[] { "b", "c", "d" })
        {
            await engine.Client.RaiseEventAsync(id, "letter", payload);
        }

        Assert.Equal("abcd", (await end).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Ids_and_time_of_the_next_run_are_not_those_of_the_first()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<Guid[], Guid[]>("Draws", async (context, drawn) =>
            {
                await context.CreateTimer(TimeSpan.FromSeconds(1), CancellationToken.None);
                var all = drawn.Append(context.NewGuid()).ToArray();
                if (all.Length < 3)
                {
                    context.ContinueAsNew(all);
                }

                return all;
            }));

        var id = await engine.StartAsync("Draws", Array.Empty<Guid>());
        await engine.PassAsync(TimeSpan.FromSeconds(5));

        Assert.Equal(3, (await engine.OutputOfAsync<Guid[]>(id)).Distinct().Count());
    }

    [Fact]
    public async Task Ids_of_runs_that_follow_each_other_at_once_are_not_the_same()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<Guid[], Guid[]>("Draws", async (context, drawn) =>
            {
                await context.WaitForExternalEvent<string>("draw");
                var all = drawn.Append(context.NewGuid()).ToArray();
                if (all.Length < 3)
                {
                    context.ContinueAsNew(all);
                }

                return all;
            }));

        var id = await engine.StartAsync("Draws", Array.Empty<Guid>());
        await engine.Client.SuspendInstanceAsync(id);
        for (var draw = 0; draw < 3; draw++)
        {
            await engine.Client.RaiseEventAsync(id, "draw");
        }

        await engine.Client.ResumeInstanceAsync(id);

        Assert.Equal(3, (await engine.OutputOfAsync<Guid[]>(id)).Distinct().Count());
    }

    [Fact]
    public async Task A_message_that_was_sent_just_before_arrives()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Receives", context => context.WaitForExternalEvent<string>("letter"))
            .AddOrchestratorFunc<string, string>("Sends", async (context, receiver) =>
            {
                if (receiver == "")
                {
                    return "done";
                }

                await context.WaitForExternalEvent<string>("send");
                context.SendEvent(receiver, "letter", "sent");
                context.ContinueAsNew("");
                return "continued";
            }));

        var receiver = await engine.StartAsync("Receives");
        var sender = await engine.StartAsync("Sends", receiver);
        await engine.Client.RaiseEventAsync(sender, "send");

        Assert.Equal("done", await engine.OutputOfAsync<string>(sender));
        Assert.Equal("sent", await engine.OutputOfAsync<string>(receiver));
    }

    [Fact]
    public async Task Events_that_come_while_a_message_is_on_its_way_are_kept()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Receives", async context =>
            {
                for (var received = 0; received < 30; received++)
                {
                    await context.WaitForExternalEvent<string>("letter");
                }
            })
            .AddOrchestratorFunc<Forwarder, string[]>("Forwards", async (context, forwarder) =>
            {
                var letter = await context.WaitForExternalEvent<string>("letter");
                context.SendEvent(forwarder.To, "letter", letter);
                forwarder = forwarder with { Forwarded = [.. forwarder.Forwarded, letter] };
                if (forwarder.Forwarded.Length < 30)
                {
                    context.ContinueAsNew(forwarder);
                }

                return forwarder.Forwarded;
            }));

        var receiver = await engine.StartAsync("Receives");
        var id = await engine.StartAsync("Forwards", new Forwarder(receiver, []));
        var letters = Enumerable.Range(0, 30).Select(number => $"{number}").ToArray();
        await Task.WhenAll(letters.Select(letter => engine.Client.RaiseEventAsync(id, "letter", letter)));

        Assert.Equal(letters.Order(), (await engine.OutputOfAsync<string[]>(id)).Order());
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync(receiver)).RuntimeStatus);
    }

    static async Task<string> CollectOneAsync(TaskOrchestrationContext context, string collected)
    {
        collected += await context.WaitForExternalEvent<string>("letter");
        if (collected.Length < 4)
        {
            context.ContinueAsNew(collected);
        }

        return collected;
    }

    sealed record Forwarder(string To, string[] Forwarded);
}
