using LocalRuntime.Tests.Azurite;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Benchmarks;

namespace LocalRuntime.Tests.Faults;

/// <summary>What a workflow costs, counted on the wire. How long it takes is shown by tests/Workflows.Benchmarks and asserted nowhere.</summary>
public sealed class Storage_requests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Waits = "Waits";

    readonly string hub = AzuriteFixture.NewPrefix();

    [Theory]
    [InlineData(1, 20, 10)]
    [InlineData(64, 256, 4)]
    public async Task A_workflow_costs_few_requests_and_fewer_in_company(int inFlight, int workflows, int most)
    {
        var reference = new ReferenceWorkflow();
        await using var engine = await CountedEngine.StartAsync(azurite.ConnectionString, hub, reference.AddTo);
        var before = engine.Requests.Requests;

        var next = -1;
        await Task.WhenAll(Enumerable.Range(0, inFlight).Select(async _ =>
        {
            for (var number = Interlocked.Increment(ref next); number < workflows; number = Interlocked.Increment(ref next))
            {
                await reference.RunOneAsync(engine.Client, $"workflow-{number}");
            }
        }));

        Assert.InRange((engine.Requests.Requests - before) / (double)workflows, 0, most);
    }

    [Fact]
    public async Task Nothing_is_asked_of_storage_while_instances_only_wait()
    {
        await using var engine = await CountedEngine.StartAsync(azurite.ConnectionString, hub, AddWaiting);
        await StartWaitingAsync(engine.Client, 100);
        await engine.PassAsync(TimeSpan.Zero);
        var before = engine.Requests.Requests;

        for (var hour = 0; hour < 72; hour++)
        {
            await engine.PassAsync(TimeSpan.FromHours(1));
        }

        Assert.Equal(before, engine.Requests.Requests);
    }

    [Fact]
    public async Task A_recovery_reads_ten_thousand_waiting_instances_a_thousand_at_a_time_and_none_of_those_that_have_ended()
    {
        const int Waiting = 10_000;
        await using (var first = await CountedEngine.StartAsync(azurite.ConnectionString, hub, AddWaiting))
        {
            await StartWaitingAsync(first.Client, Waiting + 500);
            await Task.WhenAll(Enumerable.Range(Waiting, 500).Select(number => first.Client.RaiseEventAsync($"waits-{number:D5}", "answer", "yes")));
            await first.PassAsync(TimeSpan.Zero);
        }

        var seen = new List<string>();
        await using var second = await CountedEngine.StartAsync(
            azurite.ConnectionString, hub, AddWaiting, (method, address) => seen.Add($"{method} {Uri.UnescapeDataString(address)}"));

        var ranges = seen.Where(request => request.Contains("$filter", StringComparison.Ordinal)).ToArray();
        Assert.InRange(ranges.Length, Waiting / 1_000, (Waiting / 1_000) + 1);
        Assert.All(ranges, range => Assert.Contains("RowKey ge 'a!'", range.Replace('+', ' '), StringComparison.Ordinal));
        Assert.InRange(seen.Count - ranges.Length, 1, 5);    // the table, and taking possession of it

        await second.Client.RaiseEventAsync("waits-00000", "answer", "recovered");
        var ended = await second.Client.WaitForInstanceCompletionAsync("waits-00000", getInputsAndOutputs: true);
        Assert.Equal("recovered", ended.ReadOutputAs<string>());
    }

    static void AddWaiting(DurableTaskRegistry tasks) => tasks.AddOrchestratorFunc<string>(Waits, async context =>
    {
        using var answered = new CancellationTokenSource();
        var answer = context.WaitForExternalEvent<string>("answer");
        var timer = context.CreateTimer(TimeSpan.FromDays(90), answered.Token);
        if (await Task.WhenAny(answer, timer) == timer)
        {
            return "too late";
        }

        answered.Cancel();
        return await answer;
    });

    static Task<string[]> StartWaitingAsync(DurableTaskClient client, int count) => Task.WhenAll(Enumerable.Range(0, count).Select(number =>
        client.ScheduleNewOrchestrationInstanceAsync(Waits, new StartOrchestrationOptions(InstanceId: $"waits-{number:D5}"))));
}
