using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Insights.Rebuilding;

/// <summary>An administrator has the figures made again from the timelines, and sees how far that is. Names and numbers only.</summary>
static class RebuildFunctions
{
    /// <summary>Sets these orchestrations apart from those of referrals.</summary>
    const string Prefix = "insights-rebuild-";

    /// <summary><c>POST /api/insights/rebuilds</c>: begins one. Nothing is lost by two at once: each comes to the same.</summary>
    [Function("StartRebuild")]
    public static async Task<IResult> Start(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/insights/rebuilds")] HttpRequest request, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var id = $"{Guid.NewGuid():N}";
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(RebuildInsights), new RebuildProgress(), new StartOrchestrationOptions(InstanceId: Prefix + id), cancellation);
        return Results.Accepted($"/api/insights/rebuilds/{id}", new { id, statusUrl = $"/api/insights/rebuilds/{id}" });
    }

    /// <summary><c>GET /api/insights/rebuilds/{id}</c>: how far it is.</summary>
    [Function("GetRebuild")]
    public static async Task<IResult> Get(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "api/insights/rebuilds/{id}")] HttpRequest request, string id, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        if (!Guid.TryParseExact(id, "N", out _) || await client.GetInstanceAsync(Prefix + id, getInputsAndOutputs: true, cancellation) is not { } instance)
        {
            return Problem.Of(ProblemKind.NotFound);
        }

        // Before the first step there is no status; backends write that differently.
        var progress = instance.SerializedCustomStatus is null or "null" or "\"\"" ? new RebuildProgress() : instance.ReadCustomStatusAs<RebuildProgress>()!;
        return Results.Json(
            new { id, state = $"{instance.RuntimeStatus}", progress.Timelines, progress.ChangedFacts, progress.Counted, progress.Restated, progress.IsDone }, ReferralJson.Edge);
    }
}
