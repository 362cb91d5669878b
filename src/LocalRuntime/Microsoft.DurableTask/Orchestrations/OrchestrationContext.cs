using LocalRuntime.DurableTask.History;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>What an orchestrator's code sees of its execution.</summary>
sealed class OrchestrationContext(OrchestrationExecution execution, OrchestrationIdentity identity, DataConverter converter, ILoggerFactory loggers)
    : TaskOrchestrationContext
{
    int guids;

    public object? Input { get; set; }

    public override TaskName Name => identity.Name;

    public override string InstanceId => identity.InstanceId;

    public override ParentOrchestrationInstance? Parent => identity.Parent;

    public override DateTime CurrentUtcDateTime
    {
        get
        {
            execution.ThrowIfNotOnOrchestratorThread();
            return execution.Now.UtcDateTime;
        }
    }

    public override bool IsReplaying => execution.IsReplaying;

    protected override ILoggerFactory LoggerFactory => loggers;

    public override T? GetInput<T>()
        where T : default => (T?)Input;

    public override async Task<TResult> CallActivityAsync<TResult>(TaskName name, object? input = null, TaskOptions? options = null)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        if (input is TaskOptions && options is null)
        {
            throw new ArgumentException("Task options were given as the activity's input. Name the argument: options.", nameof(input));
        }

        var serialized = Serialize(input, $"The input of activity '{name}'");
        return await Retries.Run(this, options?.Retry, () => Call());

        async Task<TResult> Call() => Read<TResult>(await execution.Await(id => new ScheduleActivity(id, name.Name, serialized)));
    }

    public override async Task<TResult> CallSubOrchestratorAsync<TResult>(TaskName orchestratorName, object? input = null, TaskOptions? options = null)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        var instanceId = (options as SubOrchestrationOptions)?.InstanceId ?? NewGuid().ToString("N");
        InstanceIds.Check(instanceId);
        var serialized = Serialize(input, $"The input of sub-orchestration '{orchestratorName}'");
        return await Retries.Run(this, options?.Retry, () => Call());

        async Task<TResult> Call() =>
            Read<TResult>(await execution.Await(id => new StartSubOrchestration(id, orchestratorName.Name, instanceId, serialized)));
    }

    public override Task CreateTimer(DateTime fireAt, CancellationToken cancellationToken)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        return execution.Await(id => new CreateTimer(id, new(fireAt.ToUniversalTime())), cancellationToken);
    }

    public override Task<T> WaitForExternalEvent<T>(string eventName, CancellationToken cancellationToken = default)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        return execution.Events.Wait<T>(eventName, cancellationToken);
    }

    public override void SendEvent(string instanceId, string eventName, object payload)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        InstanceIds.Check(instanceId);
        var serialized = Serialize(payload, $"The payload of event '{eventName}'");
        execution.Add(id => new SendEvent(id, instanceId, eventName, serialized));
    }

    public override void SetCustomStatus(object? customStatus)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        execution.SetCustomStatus(PayloadLimits.Check(converter.Serialize(customStatus), "The custom status", PayloadLimits.CustomStatus));
    }

    public override void ContinueAsNew(object? newInput = null, bool preserveUnprocessedEvents = true)
    {
        execution.ThrowIfNotOnOrchestratorThread();
        execution.ContinueAsNew(Serialize(newInput, "The next input"), preserveUnprocessedEvents);
    }

    public override Guid NewGuid() => DeterministicGuid.Create(InstanceId, CurrentUtcDateTime, guids++);

    string? Serialize(object? value, string what) => PayloadLimits.Check(converter.Serialize(value), what);

    T Read<T>(string? result) => converter.Deserialize<T>(result)!;
}
