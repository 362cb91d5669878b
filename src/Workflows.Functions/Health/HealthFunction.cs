using System.Text.Json;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Health;

/// <summary>Whether what the app cannot do without can be reached: its tables, the bus, and the engine that remembers its referrals.</summary>
sealed partial class HealthFunction(Tables tables, ServiceBusClient bus, AuditTable audit, ILogger<HealthFunction> logger)
{
    /// <summary>Real time: a probe gives up after ten seconds or more.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    /// <summary><c>GET /api/health/live</c>: that the process answers. Who restarts it when it does not must not ask more: a restart mends no storage.</summary>
    [Function("GetLiveness")]
    public static IResult Live([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health/live")] HttpRequest request) =>
        Results.Json(new { status = Word(true), version = AppVersion.Current }, JsonSerializerOptions.Web);

    /// <summary><c>GET /api/health</c>: whether it can do its work, 200 or 503.</summary>
    [Function("GetHealth")]
    public async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/health")] HttpRequest request, [DurableClient] DurableTaskClient client)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(request.HttpContext.RequestAborted);
        patience.CancelAfter(Patience);
        var storage = Works("storage", () => tables.Timeline.GetEntityIfExistsAsync<TableEntity>("health", "health", cancellationToken: patience.Token), patience.Token);
        var messages = Works("bus", () => PeekAsync(patience.Token), patience.Token);
        var chains = Works("audit", async () => Require(await audit.HeldAsync(patience.Token)), patience.Token);
        var engine = Works("engine", () => client.GetInstanceAsync("health", getInputsAndOutputs: false, patience.Token), patience.Token);

        var checks = new Dictionary<string, string> { ["storage"] = Word(await storage), ["bus"] = Word(await messages), ["engine"] = Word(await engine), ["audit"] = Word(await chains) };

        // A broken audit chain is an alert for people: to restart the app would not mend it.
        var healthy = await storage && await messages && await engine;
        return Results.Json(
            new { status = Word(healthy), version = AppVersion.Current, checks },
            JsonSerializerOptions.Web,
            statusCode: healthy ? StatusCodes.Status200OK : StatusCodes.Status503ServiceUnavailable);
    }

    async Task PeekAsync(CancellationToken patience)
    {
        await using var receiver = bus.CreateReceiver(Entities.Notifications);
        await receiver.PeekMessageAsync(cancellationToken: patience);
    }

    static void Require(bool held)
    {
        if (!held)
        {
            throw new InvalidOperationException("An audit chain is broken.");
        }
    }

    static string Word(bool healthy) => healthy ? "healthy" : "unhealthy";

    /// <summary>Whether the question is answered at all, in time; any answer will do.</summary>
    async Task<bool> Works(string what, Func<Task> question, CancellationToken patience)
    {
        try
        {
            await question().WaitAsync(patience);
            return true;
        }
        catch (Exception failure)
        {
            DoesNotWork(what, failure.GetType().FullName!);
            return false;
        }
    }

    [LoggerMessage(EventId = 1100, Level = LogLevel.Warning, Message = "The health check of {What} failed: {Exception}")]
    partial void DoesNotWork(string what, string exception);
}
