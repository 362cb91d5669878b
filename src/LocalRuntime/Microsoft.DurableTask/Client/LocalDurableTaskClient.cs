using DurableTask.Core.Exceptions;
using Grpc.Core;
using LocalRuntime.DurableTask.Engine;
using LocalRuntime.DurableTask.History;
using LocalRuntime.DurableTask.Instances;
using LocalRuntime.DurableTask.Orchestrations;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Client;

/// <summary>The client of a task hub that runs in the same process.</summary>
sealed class LocalDurableTaskClient(DurableEngineOptions engine, Func<CancellationToken, Task<TaskHub>> hub) : DurableTaskClient(engine.TaskHubName)
{
    static readonly OrchestrationRuntimeStatus[] Unfinished =
        [OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Suspended];

    public override async Task<string> ScheduleNewOrchestrationInstanceAsync(
        TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(orchestratorName.Name, nameof(orchestratorName));
        var refusedBy = RefusedBy(options?.DedupeStatuses);
        var id = options?.InstanceId ?? RandomIds.Next(engine.Random);
        InstanceIds.Check(id);
        var serialized = Serialize(input, $"The input of '{orchestratorName}'");
        var there = await hub(cancellation);
        if (refusedBy.Any(status => !Unfinished.Contains(status))
            && await there.FindAsync(id, cancellation) is { HasEnded: true } ended && refusedBy.Contains(ended.Status))
        {
            throw new OrchestrationAlreadyExistsException($"An orchestration instance with the id '{id}' already exists, and is {ended.Status}.");
        }

        var wanted = new NewInstance(id, orchestratorName.Name, serialized, options?.StartAt, options?.Tags ?? new Dictionary<string, string>(), refusedBy);
        await there.ScheduleAsync(wanted).WaitAsync(cancellation);
        return id;
    }

    public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(eventName);
        return TellRunningAsync(instanceId, new EventRaised(eventName, Serialize(eventPayload, $"The payload of event '{eventName}'")), cancellation);
    }

    public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ExecutionSuspended(reason), cancellation);

    public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) =>
        TellAsync(instanceId, new ExecutionResumed(reason), cancellation);

    public override Task TerminateInstanceAsync(string instanceId, TerminateInstanceOptions? options = null, CancellationToken cancellation = default) =>
        TellRunningAsync(instanceId, new ExecutionTerminated(Serialize(options?.Output, "The output"), options?.Recursive ?? false), cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, state => state.Status != OrchestrationRuntimeStatus.Pending, getInputsAndOutputs, cancellation);

    public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
        WaitAsync(instanceId, state => state.HasEnded, getInputsAndOutputs, cancellation);

    public override async Task<OrchestrationMetadata?> GetInstancesAsync(
        string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var state = await (await hub(cancellation)).FindAsync(instanceId, cancellation);
        return state?.ToMetadata(engine.DataConverter, getInputsAndOutputs);
    }

    public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) =>
        new InstanceListing(engine, hub, filter ?? new OrchestrationQuery());

    public override async Task<PurgeResult> PurgeInstanceAsync(
        string instanceId, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return new(await (await hub(cancellation)).PurgeAsync(instanceId, cancellation) ? 1 : 0);
    }

    public override async Task<PurgeResult> PurgeAllInstancesAsync(
        PurgeInstancesFilter filter, PurgeInstanceOptions? options = null, CancellationToken cancellation = default)
    {
        var query = new OrchestrationQuery(filter.CreatedFrom, filter.CreatedTo, filter.Statuses);
        var there = await hub(cancellation);
        List<Task<bool>> purges = [];
        await foreach (var instance in GetAllInstancesAsync(query).WithCancellation(cancellation))
        {
            if (instance.IsCompleted)
            {
                purges.Add(there.PurgeAsync(instance.InstanceId, cancellation));
            }
        }

        return new((await Task.WhenAll(purges)).Count(isPurged => isPurged), isComplete: true);
    }

    public override ValueTask DisposeAsync() => ValueTask.CompletedTask;

    static HashSet<OrchestrationRuntimeStatus> RefusedBy(IReadOnlyList<string>? names)
    {
        if (names is null)
        {
            // As Durable Functions: only an ended instance is replaced.
            return [.. Unfinished];
        }

        HashSet<OrchestrationRuntimeStatus> statuses = [.. names.Select(name => Enum.TryParse<OrchestrationRuntimeStatus>(name, ignoreCase: true, out var status)
            ? status
            : throw new ArgumentException($"'{name}' is not the status of an orchestration.", nameof(names)))];
        if (statuses.Contains(OrchestrationRuntimeStatus.Terminated) && !Unfinished.All(statuses.Contains))
        {
            throw new ArgumentException("An instance that runs would be terminated to be replaced, and then be refused for being terminated.", nameof(names));
        }

        return statuses;
    }

    async Task<bool> TellAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        return await (await hub(cancellation)).TellAsync(instanceId, happened, cancellation);
    }

    /// <summary>As the Functions host, which refuses what nobody would hear.</summary>
    async Task TellRunningAsync(string instanceId, HistoryEvent happened, CancellationToken cancellation)
    {
        if (!await TellAsync(instanceId, happened, cancellation))
        {
            throw new RpcException(await GetInstanceAsync(instanceId, cancellation) is null
                ? new(StatusCode.NotFound, $"There is no instance '{instanceId}'.")
                : new(StatusCode.FailedPrecondition, $"Instance '{instanceId}' has ended."));
        }
    }

    async Task<OrchestrationMetadata> WaitAsync(
        string instanceId, Predicate<InstanceState> isWanted, bool getInputsAndOutputs, CancellationToken cancellation)
    {
        ArgumentException.ThrowIfNullOrEmpty(instanceId);
        var state = await (await hub(cancellation)).WaitAsync(instanceId, isWanted, cancellation);
        return state.ToMetadata(engine.DataConverter, getInputsAndOutputs);
    }

    string? Serialize(object? value, string what) => PayloadLimits.Check(engine.DataConverter.Serialize(value), what);
}
