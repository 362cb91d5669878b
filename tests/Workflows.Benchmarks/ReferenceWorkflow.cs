using System.Collections.Concurrent;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Workflows.Benchmarks;

/// <summary>The workflow that is measured: 2 activities, await an event, 3 activities, a timer.</summary>
sealed class ReferenceWorkflow
{
    public const string Orchestrator = "Reference";
    public const int Activities = 5;
    const string Step = "Step";
    const string Answer = "answer";

    /// <summary>As short as a timer gets: what is measured is the work around it.</summary>
    static readonly TimeSpan Timer = TimeSpan.FromMilliseconds(10);

    readonly ConcurrentDictionary<string, TaskCompletionSource> asked = [];

    public void AddTo(DurableTaskRegistry tasks) => tasks
        .AddOrchestratorFunc<string>(Orchestrator, RunAsync)
        .AddActivityFunc<int, int>(Step, (context, step) =>
        {
            if (step == 2 && asked.TryRemove(context.InstanceId, out var waiting))
            {
                waiting.TrySetResult();
            }

            return step;
        });

    /// <summary>One workflow from its start to its end, seen from outside: the event is raised once the second activity has run.</summary>
    public async Task RunOneAsync(DurableTaskClient client, string id)
    {
        var waiting = asked.GetOrAdd(id, _ => new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        await client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, new StartOrchestrationOptions(InstanceId: id));
        await waiting.Task;
        await client.RaiseEventAsync(id, Answer, "yes");
        var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
        if (ended.ReadOutputAs<string>() != "yes, 15")
        {
            throw new InvalidOperationException($"{id} ended as {ended.RuntimeStatus} with {ended.SerializedOutput}: {ended.FailureDetails}");
        }
    }

    static async Task<string> RunAsync(TaskOrchestrationContext context)
    {
        var sum = await context.CallActivityAsync<int>(Step, 1) + await context.CallActivityAsync<int>(Step, 2);
        var answer = await context.WaitForExternalEvent<string>(Answer);
        for (var step = 3; step <= Activities; step++)
        {
            sum += await context.CallActivityAsync<int>(Step, step);
        }

        await context.CreateTimer(Timer, CancellationToken.None);
        return $"{answer}, {sum}";
    }
}
