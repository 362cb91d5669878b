using Azure.Data.Tables;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Benchmarks;

/// <summary>The engine as the app has it: on Table Storage, on the machine's clock and threads.</summary>
sealed class BenchmarkEngine : IAsyncDisposable
{
    readonly DurableEngine engine;

    BenchmarkEngine(DurableEngine engine) => this.engine = engine;

    public DurableTaskClient Client => engine.Client;

    public static async Task<BenchmarkEngine> StartAsync(TableServiceClient storage, string hub, Action<DurableTaskRegistry> addTasks)
    {
        var registry = new DurableTaskRegistry();
        addTasks(registry);
        var engine = new DurableEngine(new DurableEngineOptions
        {
            TaskHubName = hub,
            Store = new TablePartitionStore(storage.GetTableClient(TablePartitionStore.TableName(hub))),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
        });
        await engine.StartAsync(CancellationToken.None);
        return new BenchmarkEngine(engine);
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
