using LocalRuntime.Clock;
using LocalRuntime.DurableTask;
using LocalRuntime.LocalPages;
using LocalRuntime.Tests.Azurite;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Worker;

public sealed class A_durable_function(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly string hub = AzuriteFixture.NewPrefix();
    readonly Diary diary = new();

    [Fact]
    public async Task Is_started_and_signalled_over_http_and_lives_through_days_in_a_moment()
    {
        await using var host = await Host();
        await Post(host, "/api/visits/v1?guest=Ada");
        await Post(host, "/api/visits/v1/arrival?by=train");

        await Move(host, TimeSpan.FromDays(4));

        Assert.Equal(["v1/Write: Ada is expected", "v1/Write: Ada came by train"], diary.Entries);
        Assert.Equal("Ada 2026-04-16", await Result(host, "v1"));
    }

    [Fact]
    public async Task Goes_on_where_it_was_after_a_restart()
    {
        await using (var first = await Host())
        {
            await Post(first, "/api/visits/v1?guest=Ada");
            await Move(first, TimeSpan.FromHours(1));
        }

        await using var second = await Host();
        await Post(second, "/api/visits/v1/arrival?by=bus");
        await Move(second, TimeSpan.FromDays(4));

        Assert.Equal(["v1/Write: Ada is expected", "v1/Write: Ada came by bus"], diary.Entries);
    }

    [Fact]
    public async Task Is_what_the_clock_stops_for()
    {
        await using var host = await Host();
        await Post(host, "/api/visits/v1?guest=Ada");
        await Post(host, "/api/visits/v1/arrival?by=train");
        await Move(host, TimeSpan.FromHours(1));

        var clock = host.Services.GetRequiredService<ClockDriver>();

        Assert.Equal(new(2026, 4, 16), DateOnly.FromDateTime(clock.NextDue!.Value.UtcDateTime));
        Assert.Equal(clock.NextDue, clock.NextDeadline);
    }

    [Fact]
    public async Task Gets_no_input_when_that_is_not_exactly_of_the_parameters_type()
    {
        await using var host = await Host(app => app.FunctionClasses = [typeof(DurableFunctions), typeof(ExactInput)]);
        var client = host.Services.GetRequiredService<DurableEngine>().Client;
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(ExactInput.TakesAnyVisit), new WalkInInput("walkIn", "Ada"), new StartOrchestrationOptions("v1"));

        await client.WaitForInstanceCompletionAsync("v1");

        Assert.Equal("nothing", await Result(host, "v1"));
    }

    [Fact]
    public async Task Has_the_apps_middleware_around_it_and_around_its_activities()
    {
        await using var host = await Host(app => app.UseMiddleware<Notes>());
        await Post(host, "/api/visits/v1?guest=Ada");
        await Move(host, TimeSpan.FromHours(1));

        Assert.Equal(["around StartVisit", "around VisitOrchestrator", "around Write"], diary.Of("around").Distinct());
    }

    [Fact]
    public async Task Is_listed_on_the_local_page_the_latest_first()
    {
        await using var host = await Host();
        foreach (var id in new[] { "v1", "v2", "v3" })
        {
            await Post(host, $"/api/visits/{id}?guest=Ada");
            await Move(host, TimeSpan.FromHours(1));
        }

        var listed = await host.Services.GetRequiredService<ILocalOrchestrations>().LatestAsync(2, CancellationToken.None);

        Assert.Equal([("v3", "VisitOrchestrator", "Running"), ("v2", "VisitOrchestrator", "Running")], listed.Select(one => (one.InstanceId, one.Name, one.Status)));
    }

    [Fact]
    public async Task Tells_turn_by_turn_what_it_went_through_also_when_it_has_ended()
    {
        await using var host = await Host();
        await Post(host, "/api/visits/v1?guest=Ada");
        await Move(host, TimeSpan.FromHours(1));
        await Post(host, "/api/visits/v1/arrival?by=train");
        await Move(host, TimeSpan.FromHours(1));
        var orchestrations = host.Services.GetRequiredService<ILocalOrchestrations>();

        var waiting = await orchestrations.FindAsync("v1", CancellationToken.None);
        await Move(host, TimeSpan.FromDays(4));
        var ended = await orchestrations.FindAsync("v1", CancellationToken.None);

        Assert.Equal(new(2026, 4, 16), DateOnly.FromDateTime(waiting!.GoesOnAt!.Value.UtcDateTime));
        Assert.Equal(["< starts", "> calls Write", "< result of Write", "< event arrived", "> sets a timer for 2026-04-16"], Words(waiting));
        Assert.Equal(["< timer fires 2026-04-16", "> calls Write", "< result of Write", "> ends Completed"], Words(ended!).Skip(5));
        Assert.Contains("Ada 2026-04-16", ended!.Turns[^1].Did[0].Data);
        Assert.Null(ended.GoesOnAt);
        Assert.Null(await orchestrations.FindAsync("v2", CancellationToken.None));
    }

    Task<AHost> Host(Action<FunctionsApplicationBuilder>? also = null) => AHost.Of<DurableFunctions>(app =>
    {
        app.Logging.ClearProviders();
        app.Services.AddSingleton(diary);
        app.Configuration["AzureWebJobsStorage"] = azurite.ConnectionString;
        app.Configuration["AzureFunctionsJobHost:extensions:durableTask:hubName"] = hub;
        app.Configuration["LocalClock:Start"] = "2026-04-13T08:00:00Z";
        also?.Invoke(app);
    });

    static async Task Post(AHost host, string path) => (await host.Http.PostAsync(path, null)).EnsureSuccessStatusCode();

    static IEnumerable<string> Words(LocalHistory history) =>
        history.Turns.SelectMany(turn => turn.Arrived.Select(move => $"< {InWords(move)}").Concat(turn.Did.Select(move => $"> {InWords(move)}")));

    static string InWords(LocalMove move) => $"{move.What} {move.Name}{move.Moment:yyyy-MM-dd}".Trim();

    static Task Move(AHost host, TimeSpan distance) => host.Services.GetRequiredService<ClockDriver>().AdvanceAsync(distance, CancellationToken.None);

    static async Task<string?> Result(AHost host, string id) =>
        (await host.Services.GetRequiredService<DurableEngine>().Client.GetInstanceAsync(id, getInputsAndOutputs: true))?.ReadOutputAs<string>();

    sealed class Notes(Diary diary) : IFunctionsWorkerMiddleware
    {
        public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
        {
            diary.Entries.Enqueue($"around {context.FunctionDefinition.Name}");
            return next(context);
        }
    }
}

/// <summary>Its input is declared as a base: JSON makes a derived visit of it, and that is not the parameter's own type.</summary>
public static class ExactInput
{
    [Function(nameof(TakesAnyVisit))]
    public static string TakesAnyVisit([OrchestrationTrigger] TaskOrchestrationContext context, AnyVisit? visit) => $"{visit?.GetType().Name ?? "nothing"}";
}

[System.Text.Json.Serialization.JsonDerivedType(typeof(WalkIn), "walkIn")]
public record AnyVisit(string Guest);

public sealed record WalkIn(string Guest) : AnyVisit(Guest);

/// <summary>A walk-in as JSON holds it.</summary>
public sealed record WalkInInput([property: System.Text.Json.Serialization.JsonPropertyName("$type")] string Kind, string Guest);
