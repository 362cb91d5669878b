using LocalRuntime.Clock;
using LocalRuntime.DurableTask.Client;
using LocalRuntime.DurableTask.Engine;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Ownership;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask;

/// <summary>
/// Runs the orchestrations of a task hub as long as no other process does. One that loses the task hub, because it was stopped for so long
/// that another took over, writes nothing any more and waits in turn.
/// </summary>
sealed partial class DurableEngine : ITimedWork, IAsyncDisposable
{
    /// <summary>How long running activities are waited for at a normal stop.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    readonly DurableEngineOptions options;
    readonly ILogger logger;
    readonly Retry retry;
    readonly CancellationTokenSource stopping = new();
    TaskCompletionSource<TaskHub> ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
    TaskHub? hub;
    Task serving = Task.CompletedTask;

    public DurableEngine(DurableEngineOptions options)
    {
        this.options = options;
        logger = options.LoggerFactory.CreateLogger("LocalRuntime.DurableTask");
        retry = new(options.RetryClock, options.Random);
        Client = new LocalDurableTaskClient(options, cancellation => ready.Task.WaitAsync(cancellation));
    }

    /// <summary>Starts, signals and watches instances. What is asked before the engine owns the task hub waits until it does.</summary>
    public DurableTaskClient Client { get; }

    public DateTimeOffset? NextDue => hub?.NextDue;

    public bool IsSettled => hub?.IsSettled ?? true;

    /// <summary>The instances that were set aside, by id, with the reason.</summary>
    public IReadOnlyDictionary<string, string> Parked => hub?.Parked ?? new Dictionary<string, string>();

    /// <summary>What an instance went through; null when there is none of that id.</summary>
    public async Task<InstanceHistory?> HistoryAsync(string instanceId, CancellationToken cancellation) =>
        await (await ready.Task.WaitAsync(cancellation)).HistoryAsync(instanceId, cancellation);

    /// <summary>Returns once this process owns the task hub and has taken up what is unfinished.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellation, stopping.Token);
        var owned = await OwnAsync(either.Token);
        serving = ServeAsync(owned);
    }

    /// <summary>Lets running activities and writes come to their end, and stops.</summary>
    public async Task StopAsync(CancellationToken cancellation)
    {
        if (stopping.IsCancellationRequested)
        {
            return;
        }

        if (hub is { } running)
        {
            await running.StopAsync(Patience, cancellation);
        }

        await stopping.CancelAsync();
        await serving;
        options.Presence.Withdraw();
    }

    /// <summary>For tests: ends at once, as a killed process does. Nothing more is written, nothing that runs is waited for.</summary>
    public void Kill()
    {
        stopping.Cancel();
        hub?.Abandon(new InvalidOperationException("The durable engine was killed."));
        options.Presence.Withdraw();
    }

    public async ValueTask DisposeAsync()
    {
        await StopAsync(CancellationToken.None);
        hub?.Dispose();
        stopping.Dispose();
    }

    async Task<TaskHub> OwnAsync(CancellationToken cancellation)
    {
        // A name of its own for each time of owning: what an earlier time left unanswered is told apart.
        var owner = RandomIds.Next(options.Random);
        var fence = new Fence(options.Store, options.Presence, retry, owner, logger);
        await fence.AcquireAsync(cancellation);
        var owned = new TaskHub(options, fence, retry, logger);
        await owned.LoadAsync(cancellation);
        hub = owned;
        ready.TrySetResult(owned);
        return owned;
    }

    async Task ServeAsync(TaskHub owned)
    {
        try
        {
            while (true)
            {
                var reason = await owned.Lost.WaitAsync(stopping.Token);
                LogLost(reason);
                hub = null;
                ready = new(TaskCreationOptions.RunContinuationsAsynchronously);
                options.Presence.Withdraw();
                owned.Abandon(reason);
                owned = await OwnAgainAsync();
            }
        }
        catch (OperationCanceledException)
        {
            // Stopped.
        }
    }

    async Task<TaskHub> OwnAgainAsync()
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await OwnAsync(stopping.Token);
            }
            catch (Exception failure) when (!stopping.IsCancellationRequested)
            {
                LogLost(failure);
                await retry.PauseAsync(attempt, stopping.Token);
            }
        }
    }

    [LoggerMessage(100, LogLevel.Error, "The task hub was given up. It is taken up again, from what is stored, once no other process owns it.")]
    partial void LogLost(Exception reason);
}
