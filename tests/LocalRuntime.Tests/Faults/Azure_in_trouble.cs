using Azure.Core;
using Azure.Core.Pipeline;
using Azure.Data.Tables;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Store;
using LocalRuntime.Tests.Azurite;
using Microsoft.DurableTask;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks;
using Xunit.Abstractions;

namespace LocalRuntime.Tests.Faults;

public sealed class Azure_in_trouble(AzuriteFixture azurite, ITestOutputHelper output) : IClassFixture<AzuriteFixture>
{
    readonly string hub = AzuriteFixture.NewPrefix();

    [Fact]
    public async Task Workflows_come_to_their_end_while_three_of_ten_answers_are_errors()
    {
        var seed = Random.Shared.Next();
        output.WriteLine($"seed {seed}");
        var busy = new BusyStorage(new Random(seed), 0.3);
        var reference = new ReferenceWorkflow();
        var registry = new DurableTaskRegistry();
        reference.AddTo(registry);
        await using var engine = new DurableEngine(new()
        {
            TaskHubName = hub,
            Store = StoreWith(busy),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
        });
        await engine.StartAsync(CancellationToken.None);

        // Until enough went wrong: how many requests workflows take together depends on how they meet.
        for (var wave = 0; busy.Injected < 20; wave++)
        {
            await Task.WhenAll(Enumerable.Range(0, 8).Select(number => reference.RunOneAsync(engine.Client, $"workflow-{wave}-{number}")));
        }

        Assert.Empty(engine.Parked);
    }

    // Not the cancellation that the caller asked for: nobody asked.
    [Fact]
    public async Task A_storage_that_never_answers_is_an_unavailable_one()
    {
        var silent = StoreWith(new Silence(), networkTimeout: TimeSpan.FromMilliseconds(50));

        var failure = await Assert.ThrowsAsync<StoreException>(() => silent.ReadAsync("any", CancellationToken.None));

        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
    }

    TablePartitionStore StoreWith(HttpPipelinePolicy policy, TimeSpan? networkTimeout = null)
    {
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = networkTimeout ?? options.Retry.NetworkTimeout;
        options.AddPolicy(policy, HttpPipelinePosition.BeforeTransport);
        return new TablePartitionStore(new TableClient(azurite.ConnectionString, TablePartitionStore.TableName(hub), options));
    }

    sealed class Silence : HttpPipelinePolicy
    {
        public override async ValueTask ProcessAsync(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) =>
            await Task.Delay(Timeout.Infinite, message.CancellationToken);

        public override void Process(HttpMessage message, ReadOnlyMemory<HttpPipelinePolicy> pipeline) => throw new NotSupportedException();
    }
}
