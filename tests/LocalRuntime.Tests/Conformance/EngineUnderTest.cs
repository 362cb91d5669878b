using System.Collections.Concurrent;
using System.Diagnostics;
using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Conformance;

/// <summary>
/// The one file that knows which engine the suite runs on: this one starts LocalRuntime's with its store in memory and its time in the test's hands,
/// and has every orchestrator replayed after each step. For the real packages it is their engine in memory, and time that passes.
/// </summary>
/// <remarks>Facts with the trait Host=Functions come from the Functions host and worker around the engine: the engine by itself does not know them.</remarks>
sealed class EngineUnderTest : IAsyncDisposable
{
    /// <summary>Real time after which a test fails that would hang otherwise.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    readonly LocalClock clock = new(new StandingClock(new(2026, 4, 13, 8, 0, 0, TimeSpan.Zero)), TimeSpan.Zero);
    readonly LogOfThisTest log = new();
    readonly DurableEngine engine;

    EngineUnderTest(DurableTaskRegistry registry) => engine = new(new()
    {
        TaskHubName = "Conformance",
        Store = new InProcessStore(),
        Registry = registry,
        Services = new ServiceCollection().BuildServiceProvider(),
        Clock = clock,
        LoggerFactory = LoggerFactory.Create(logging => logging.AddProvider(log)),
        Presence = new InProcessPresence(),
        ReplayAfterEachEpisode = true,
    });

    public DurableTaskClient Client => engine.Client;

    public static async Task<EngineUnderTest> StartAsync(Action<DurableTaskRegistry> tasks)
    {
        var registry = new DurableTaskRegistry();
        tasks(registry);
        var started = new EngineUnderTest(registry);
        await started.engine.StartAsync(CancellationToken.None);
        return started;
    }

    /// <summary>Starts an orchestration and waits until it has begun.</summary>
    public async Task<string> StartAsync(TaskName orchestrator, object? input = null)
    {
        var id = await Client.ScheduleNewOrchestrationInstanceAsync(orchestrator, input);
        await Client.WaitForInstanceStartAsync(id);
        return id;
    }

    public async Task<OrchestrationMetadata> EndOfAsync(string id)
    {
        using var limit = new CancellationTokenSource(Patience);
        return await Client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true, limit.Token);
    }

    public async Task<T> OutputOfAsync<T>(string id)
    {
        var ended = await EndOfAsync(id);
        Assert.True(ended.RuntimeStatus == OrchestrationRuntimeStatus.Completed, $"{ended.RuntimeStatus}: {ended.FailureDetails}");
        return ended.ReadOutputAs<T>()!;
    }

    public async Task<TaskFailureDetails> FailureOfAsync(string id)
    {
        var ended = await EndOfAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Failed, ended.RuntimeStatus);
        return ended.FailureDetails!;
    }

    /// <summary>Why an instance does not go on: it failed, or it was set aside with its history unchanged.</summary>
    public async Task<TaskFailureDetails> StoppedByAsync(string id)
    {
        await SettleAsync();
        var stopped = await Client.GetInstanceAsync(id, getInputsAndOutputs: true);
        return stopped!.FailureDetails ?? throw new InvalidOperationException($"{id} is {stopped.RuntimeStatus}.");
    }

    public async Task<OrchestrationRuntimeStatus> StatusOfAsync(string id) => (await Client.GetInstanceAsync(id))!.RuntimeStatus;

    /// <summary>Lets everything run that has no need of time.</summary>
    public async Task SettleAsync()
    {
        var start = Stopwatch.GetTimestamp();
        while (!engine.IsSettled)
        {
            Assert.True(Stopwatch.GetElapsedTime(start) < Patience, "The engine does not come to rest.");
            await Task.Yield();
        }
    }

    /// <summary>Lets time pass, from due time to due time.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        var end = clock.GetUtcNow() + time;
        await SettleAsync();
        while (engine.NextDue is { } due && due <= end)
        {
            // An alarm is set in whole milliseconds, rounded up.
            clock.MoveTo(due.AddMilliseconds(1));
            await SettleAsync();
        }

        clock.MoveTo(end);
        await SettleAsync();
    }

    public IEnumerable<string> LoggedBy(string category) => log.Lines.Where(line => line.Category == category).Select(line => line.Text);

    public ValueTask DisposeAsync() => engine.DisposeAsync();

    /// <summary>A machine on which next to no time passes by itself: a tick at each look, so that what happens later is later.</summary>
    sealed class StandingClock(DateTimeOffset beginning) : TimeProvider
    {
        long looks;

        public override DateTimeOffset GetUtcNow() => beginning.AddTicks(Interlocked.Increment(ref looks));

        public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period) => new NoTimer();

        sealed class NoTimer : ITimer
        {
            public bool Change(TimeSpan dueTime, TimeSpan period) => true;

            public void Dispose()
            {
            }

            public ValueTask DisposeAsync() => ValueTask.CompletedTask;
        }
    }

    sealed class LogOfThisTest : ILoggerProvider
    {
        public ConcurrentQueue<(string Category, string Text)> Lines { get; } = [];

        public ILogger CreateLogger(string categoryName) => new Category(categoryName, Lines);

        public void Dispose()
        {
        }

        sealed class Category(string name, ConcurrentQueue<(string, string)> lines) : ILogger
        {
            public IDisposable? BeginScope<TState>(TState state)
                where TState : notnull => null;

            public bool IsEnabled(LogLevel logLevel) => true;

            public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
                lines.Enqueue((name, formatter(state, exception)));
        }
    }
}
