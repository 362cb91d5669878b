using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Tests;

/// <summary>The durable engine in memory, in a time that moves only when told to. After every step each orchestration is rebuilt from its history.</summary>
sealed class TestEngine : IAsyncDisposable
{
    readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();
    readonly LocalClock clock;
    readonly DurableEngine engine;

    TestEngine(DurableTaskRegistry tasks, DateTimeOffset start)
    {
        clock = new(new StoppedMachine(start), TimeSpan.Zero);
        engine = new(new DurableEngineOptions
        {
            TaskHubName = "TestHub",
            Store = new InProcessStore(),
            Registry = tasks,
            Services = services,
            Clock = clock,
            Presence = new InProcessPresence(),
            ReplayAfterEachEpisode = true,
        });
    }

    public DurableTaskClient Client => engine.Client;

    public DateTimeOffset Now => clock.GetUtcNow();

    public static async Task<TestEngine> StartAsync(DateTimeOffset start, Action<DurableTaskRegistry> tasks)
    {
        var registry = new DurableTaskRegistry();
        tasks(registry);
        var started = new TestEngine(registry, start);
        await started.engine.StartAsync(CancellationToken.None);
        return started;
    }

    /// <summary>Lets the time pass, with a stop at every moment at which something is due.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var until = Now + time;
        await SettleAsync();
        while (engine.NextDue is { } due && due <= until)
        {
            clock.MoveTo(due);
            await SettleAsync();
        }

        clock.MoveTo(until);
        await SettleAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await engine.DisposeAsync();
        await services.DisposeAsync();
    }

    async Task SettleAsync()
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(30));
        while (!engine.IsSettled)
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    /// <summary>A machine whose clock stands still: only the app's clock moves.</summary>
    sealed class StoppedMachine(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
