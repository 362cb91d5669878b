using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Engine;

public sealed class An_orchestration
{
    [Fact]
    public async Task Runs_activities_waits_for_an_event_and_a_timer_and_ends()
    {
        await using var hub = await Hub.StartAsync(tasks => tasks
            .AddActivityFunc<string, string>("Greet", (_, name) => $"Hello {name}")
            .AddOrchestratorFunc<string, string>("Flow", async (context, name) =>
            {
                var greeting = await context.CallActivityAsync<string>("Greet", name);
                var answer = await context.WaitForExternalEvent<string>("answer");
                await context.CreateTimer(TimeSpan.FromDays(2), CancellationToken.None);
                return $"{greeting}: {answer} at {context.CurrentUtcDateTime:O}";
            }));

        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Flow", "Ria");
        await hub.Client.RaiseEventAsync(id, "Answer", "yes");
        await hub.MoveAsync(TimeSpan.FromDays(3));

        var end = await hub.EndAsync(id);
        Assert.Equal(OrchestrationRuntimeStatus.Completed, end.RuntimeStatus);
        Assert.Equal("Hello Ria: yes at 2026-04-15T09:00:00.0000000Z", end.ReadOutputAs<string>());
    }
}
