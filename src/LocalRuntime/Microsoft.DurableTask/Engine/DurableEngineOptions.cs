using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Converters;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.DurableTask;

/// <summary>Everything that an engine is given: what it runs, where it stores, and every source of time, chance and threads.</summary>
sealed record DurableEngineOptions
{
    /// <summary>The task hub's name, from host.json's extensions.durableTask.hubName.</summary>
    public required string TaskHubName { get; init; }

    public required IPartitionStore Store { get; init; }

    public required DurableTaskRegistry Registry { get; init; }

    /// <summary>Where each attempt of an activity gets its scope from.</summary>
    public required IServiceProvider Services { get; init; }

    /// <summary>The app's clock: durable timers, CurrentUtcDateTime, timestamps.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>The clock of pauses between storage requests; the machine's, even when the app's is moved.</summary>
    public TimeProvider RetryClock { get; init; } = TimeProvider.System;

    public ILoggerFactory LoggerFactory { get; init; } = NullLoggerFactory.Instance;

    public DataConverter DataConverter { get; init; } = JsonDataConverter.Default;

    public IPresence Presence { get; init; } = new LoopbackPresence();

    public Random Random { get; init; } = Random.Shared;

    /// <summary>How many activities run at the same time.</summary>
    public int MaxConcurrentActivities { get; init; } = 16;

    /// <summary>Where everything runs. A test may give one that is deterministic.</summary>
    public TaskScheduler Scheduler { get; init; } = TaskScheduler.Default;

    /// <summary>For tests: after each episode the instance is rebuilt from what is stored, every action is compared, and the rebuilt one goes on.</summary>
    public bool ReplayAfterEachEpisode { get; init; }
}
