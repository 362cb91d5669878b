using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace Workflows.Benchmarks;

/// <summary>
/// A process to be killed: runs workflows as it is told line by line ("start ID", "raise ID", "await ID") and says what it has done ("started ID", ...).
/// What it said is a promise that a kill must not break.
/// </summary>
static class UnderLoad
{
    public const string Orchestrator = "Under load";
    const string Effect = "Effect";

    /// <summary>What every workflow leaves behind: one effect per key.</summary>
    public static readonly string[] Effects = ["before", "after", "left", "right", "last"];

    /// <summary>The table with an entity per instance and effect, and one per run of an activity.</summary>
    public static string EffectsOf(string hub) => $"{hub}Effects";

    public static async Task RunAsync(string storage, string hub, TextReader commands, TextWriter said)
    {
        var effects = new TableClient(storage, EffectsOf(hub));
        await effects.CreateIfNotExistsAsync();
        await using var engine = await BenchmarkEngine.StartAsync(new TableServiceClient(storage), hub, tasks => tasks
            .AddOrchestratorFunc<string>(Orchestrator, RunAsync)
            .AddActivityFunc<string, string>(Effect, (context, key) => LeaveAsync(effects, context.InstanceId, key)));
        var output = TextWriter.Synchronized(said);
        var working = new ConcurrentBag<Task>();

        output.WriteLine("ready");
        while (await commands.ReadLineAsync() is { } line)
        {
            var (verb, id) = line.Split(' ') is [var first, var second] ? (first, second) : throw new FormatException(line);
            working.Add(Task.Run(() => ObeyAsync(engine.Client, output, verb, id)));
        }

        await Task.WhenAll(working);
    }

    static async Task ObeyAsync(DurableTaskClient client, TextWriter said, string verb, string id)
    {
        switch (verb)
        {
            case "start":
                // A start whose answer was lost is asked again: the instance may be there already.
                if (await client.GetInstanceAsync(id) is null)
                {
                    await client.ScheduleNewOrchestrationInstanceAsync(Orchestrator, new StartOrchestrationOptions(InstanceId: id));
                }

                said.WriteLine($"started {id}");
                break;
            case "raise":
                try
                {
                    await client.RaiseEventAsync(id, "answer", "yes");
                }
                catch (RpcException refused) when (refused.StatusCode is StatusCode.FailedPrecondition)
                {
                    // One whose answer was lost is raised again: it may have arrived, and the instance have ended.
                }

                said.WriteLine($"raised {id}");
                break;
            case "await":
                var ended = await client.WaitForInstanceCompletionAsync(id, getInputsAndOutputs: true);
                said.WriteLine($"ended {id} {ended.RuntimeStatus} {ended.SerializedOutput}");
                break;
            default:
                throw new FormatException($"{verb} is not start, raise or await.");
        }
    }

    static async Task<string> RunAsync(TaskOrchestrationContext context)
    {
        var done = await context.CallActivityAsync<string>(Effect, "before");
        var answer = await context.WaitForExternalEvent<string>("answer");
        done += await context.CallActivityAsync<string>(Effect, "after");
        done += string.Concat(await Task.WhenAll(context.CallActivityAsync<string>(Effect, "left"), context.CallActivityAsync<string>(Effect, "right")));
        await context.CreateTimer(TimeSpan.FromMilliseconds(20), CancellationToken.None);
        return answer + done + await context.CallActivityAsync<string>(Effect, "last");
    }

    /// <summary>Runs at least once, takes effect once: the key decides.</summary>
    static async Task<string> LeaveAsync(TableClient effects, string instance, string key)
    {
        try
        {
            await effects.AddEntityAsync(new TableEntity(instance, key));
        }
        catch (RequestFailedException exists) when (exists.Status == 409)
        {
        }

        return key[..1];
    }
}
