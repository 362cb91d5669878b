using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Ownership;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;

namespace LocalRuntime.Tests.Faults;

/// <summary>A process with an engine in it. Once it has crashed nothing in it goes on: whatever waits there waits for ever.</summary>
#pragma warning disable CA1001 // Not disposable on purpose: a process that is gone tidies nothing up.
sealed class EngineProcess
#pragma warning restore CA1001
{
    static readonly TaskCompletionSource Never = new();

    readonly World world;
    readonly InProcessPresence presence = new();
    readonly DurableEngine engine;
    TaskCompletionSource? pause;

    public EngineProcess(World world, Action<DurableTaskRegistry, EngineProcess> addTasks)
    {
        this.world = world;
        var registry = new DurableTaskRegistry();
        addTasks(registry, this);
        engine = new DurableEngine(new DurableEngineOptions
        {
            TaskHubName = "Faults",
            Store = new FaultyStore(world.Storage, this),
            Registry = registry,
            Services = new ServiceCollection().BuildServiceProvider(),
            Clock = world.Clock,
            RetryClock = world.Clock,
            Random = new Random(world.Random.Next()),
            Scheduler = world.Scheduler,
            Presence = presence,
            ReplayAfterEachEpisode = world.ReplaysAlways,
        });
    }

    public bool HasCrashed { get; private set; }

    public DurableTaskClient Client => engine.Client;

    public Fault NextFault() => world.NextFault();

    public Task StartAsync() => engine.StartAsync(CancellationToken.None);

    public void Crash()
    {
        HasCrashed = true;
        presence.Withdraw();
    }

    /// <summary>Stops as a process does that is swapped out: it goes on where it was once it is woken up.</summary>
    public void Pause()
    {
        pause = new TaskCompletionSource();
        presence.Withdraw();
    }

    public void WakeUp() => pause?.SetResult();

    /// <summary>Comes back only in a process that is alive and awake.</summary>
    public async Task LivesAsync()
    {
        if (pause is not null)
        {
            await pause.Task;
        }

        if (HasCrashed)
        {
            await Never.Task;
        }
    }
}
