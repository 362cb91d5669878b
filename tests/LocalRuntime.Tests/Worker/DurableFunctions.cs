using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Worker;

/// <summary>A visit that is announced, waited for, and remembered three days later.</summary>
public sealed class DurableFunctions(Diary diary)
{
    [Function(nameof(StartVisit))]
    public static async Task<IResult> StartVisit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "visits/{id}")] HttpRequest request, string id,
        [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var visit = new Visit(request.Query["guest"].ToString(), new(2026, 4, 13));
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(VisitOrchestrator), visit, new StartOrchestrationOptions(id), cancellation);
        return Results.Accepted();
    }

    [Function(nameof(Arrive))]
    public static async Task<IResult> Arrive(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "visits/{id}/arrival")] HttpRequest request, string id, [DurableClient] DurableTaskClient client)
    {
        await client.RaiseEventAsync(id, "arrived", request.Query["by"].ToString());
        return Results.Accepted();
    }

    [Function(nameof(VisitOrchestrator))]
    public static async Task<string> VisitOrchestrator([OrchestrationTrigger] TaskOrchestrationContext context, Visit? visit)
    {
        if (visit is null)
        {
            return "nobody";
        }

        await context.CallActivityAsync(nameof(Write), new Note($"{visit.Guest} is expected"));
        var by = await context.WaitForExternalEvent<string>("arrived");
        await context.CreateTimer(TimeSpan.FromDays(3), CancellationToken.None);
        var days = await context.CallActivityAsync<int>(nameof(Write), new Note($"{visit.Guest} came by {by}"));
        return $"{visit.Guest} {visit.On.AddDays(days):yyyy-MM-dd}";
    }

    [Function(nameof(Write))]
    public async Task<int> Write([ActivityTrigger] Note note, string instanceId, FunctionContext context, CancellationToken cancellation)
    {
        await Task.Yield();
        cancellation.ThrowIfCancellationRequested();
        diary.Entries.Enqueue($"{instanceId}/{context.FunctionDefinition.Name}: {note.Text}");
        return 3;
    }
}

public record Visit(string Guest, DateOnly On);

public sealed record Note(string Text);
