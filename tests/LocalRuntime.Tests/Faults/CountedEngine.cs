using Azure.Core;
using Azure.Data.Tables;
using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Benchmarks;

namespace LocalRuntime.Tests.Faults;

/// <summary>An engine on Azurite whose requests are counted on their way out, and whose clock the test can move.</summary>
sealed class CountedEngine : IAsyncDisposable
{
    readonly LocalClock clock = new(TimeProvider.System, TimeSpan.Zero);
    readonly DurableEngine engine;

    CountedEngine(string storage, string hub, Action<DurableTaskRegistry> addTasks)
    {
        var options = new TableClientOptions();
        options.AddPolicy(Requests, HttpPipelinePosition.PerRetry);
        var registry = new DurableTaskRegistry();
        addTasks(registry);
        engine = new(new()
        {
            TaskHubName = hub,
            Store = new TablePartitionStore(new TableClient(storage, TablePartitionStore.TableName(hub), options)),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
            Clock = clock,
        });
    }

    public RequestCounter Requests { get; } = new();

    public DurableTaskClient Client => engine.Client;

    public static async Task<CountedEngine> StartAsync(
        string storage, string hub, Action<DurableTaskRegistry> addTasks, Action<string, string>? seen = null)
    {
        var started = new CountedEngine(storage, hub, addTasks);
        started.Requests.Seen = seen;
        await started.engine.StartAsync(CancellationToken.None);
        return started;
    }

    /// <summary>Moves the clock, and waits until nothing runs and nothing that is due waits.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        clock.MoveTo(clock.GetUtcNow() + time);
        while (!engine.IsSettled)
        {
            await Task.Yield();
        }
    }

    public ValueTask DisposeAsync() => engine.DisposeAsync();
}
