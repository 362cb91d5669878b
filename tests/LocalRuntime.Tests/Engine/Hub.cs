using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Engine;

/// <summary>An engine on a store in memory, with a clock that only moves when told to.</summary>
sealed class Hub : IAsyncDisposable
{
    public static readonly DateTimeOffset Monday = new(2026, 4, 13, 9, 0, 0, TimeSpan.Zero);

    readonly ServiceProvider services = new ServiceCollection().BuildServiceProvider();

    Hub(DurableTaskRegistry registry, IPartitionStore store, LocalClock clock, Func<DurableEngineOptions, DurableEngineOptions>? adapt)
    {
        (Store, Clock) = (store, clock);
        var options = new DurableEngineOptions
        {
            TaskHubName = "TestHub",
            Store = store,
            Registry = registry,
            Services = services,
            Clock = clock,
            Presence = new InProcessPresence(),
        };
        Engine = new(adapt?.Invoke(options) ?? options);
    }

    public DurableEngine Engine { get; }

    public IPartitionStore Store { get; }

    public LocalClock Clock { get; }

    public DurableTaskClient Client => Engine.Client;

    public static async Task<Hub> StartAsync(
        Action<DurableTaskRegistry> tasks,
        IPartitionStore? store = null,
        LocalClock? clock = null,
        Func<DurableEngineOptions, DurableEngineOptions>? adapt = null)
    {
        var registry = new DurableTaskRegistry();
        tasks(registry);
        var hub = new Hub(registry, store ?? new InProcessStore(), clock ?? NewClock(), adapt);
        await hub.Engine.StartAsync(Within(10));
        return hub;
    }

    public static LocalClock NewClock() => new(new StoppedClock(Monday), TimeSpan.Zero);

    /// <summary>Moves the clock through every due moment up to then, letting things settle at each.</summary>
    public async Task MoveAsync(TimeSpan by)
    {
        var until = Clock.GetUtcNow() + by;
        await SettleAsync();
        while (Engine.NextDue is { } due && due <= until)
        {
            Clock.MoveTo(due);
            await SettleAsync();
        }

        Clock.MoveTo(until);
        await SettleAsync();
    }

    public async Task SettleAsync()
    {
        var limit = Within(30);
        while (!Engine.IsSettled)
        {
            limit.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }

    public async Task<OrchestrationMetadata> EndAsync(string id) => await Client.WaitForInstanceCompletionAsync(id, true, Within(30));

    public async Task<OrchestrationMetadata> RunAsync(string name, object? input = null) =>
        await EndAsync(await Client.ScheduleNewOrchestrationInstanceAsync(name, input));

    public async ValueTask DisposeAsync()
    {
        await Engine.DisposeAsync();
        await services.DisposeAsync();
    }

    public static CancellationToken Within(int seconds) => new CancellationTokenSource(TimeSpan.FromSeconds(seconds)).Token;

    /// <summary>A machine's clock that stands still, and whose timers fire only when their time has come already.</summary>
    sealed class StoppedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) =>
            System.CreateTimer(_ => { }, null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }
}
