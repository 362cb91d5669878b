using System.Text.Json;
using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using Microsoft.AspNetCore.Http;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Audit;
using Workflows.Functions.Health;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Health;

public sealed class When_the_app_is_asked_how_it_is(EdgeApp app) : IClassFixture<EdgeApp>
{
    [Fact]
    public async Task It_is_healthy_when_storage_bus_and_engine_answer()
    {
        var (status, health) = await Asked((await TestStorage.CreateAsync()).Tables, new Engine(answers: true));

        Assert.Equal(200, status);
        Assert.Equal(Answer("healthy"), health);
    }

    [Fact]
    public async Task It_says_that_the_engine_does_not_answer()
    {
        var (status, health) = await Asked((await TestStorage.CreateAsync()).Tables, new Engine(answers: false));

        Assert.Equal(503, status);
        Assert.Equal(Answer("unhealthy", "engine"), health);
    }

    [Fact]
    public async Task It_says_that_storage_does_not_answer()
    {
        var nowhere = new TableClientOptions();
        nowhere.Retry.MaxRetries = 0;
        var tables = new Tables(new TableServiceClient("DefaultEndpointsProtocol=http;AccountName=a;AccountKey=YQ==;TableEndpoint=http://127.0.0.1:1/a;", nowhere));

        var (status, health) = await Asked(tables, new Engine(answers: true));

        Assert.Equal(503, status);
        Assert.Equal(Answer("unhealthy", "storage", "audit"), health);
    }

    [Fact]
    public async Task It_says_that_the_bus_does_not_answer()
    {
        var nowhere = "Endpoint=sb://127.0.0.1:1;SharedAccessKeyName=a;SharedAccessKey=b;UseDevelopmentEmulator=true;";

        var (status, health) = await Asked((await TestStorage.CreateAsync()).Tables, new Engine(answers: true), nowhere);

        Assert.Equal(503, status);
        Assert.Equal(Answer("unhealthy", "bus"), health);
    }

    [Fact]
    public async Task It_says_that_an_audit_chain_is_broken_and_stays_in_service()
    {
        var tables = (await TestStorage.CreateAsync()).Tables;
        await new AuditTable(tables).NoteAsync(new("welzijn-zuid", false, [], new("2026-04", 3, AuditFault.Changed)), TestStorage.Monday);

        var (status, health) = await Asked(tables, new Engine(answers: true));

        Assert.Equal(200, status);
        Assert.Equal(Answer("healthy", "audit"), health);
    }

    /// <summary>Nothing else can make it answer that: a restart would not bring storage back.</summary>
    [Fact]
    public async Task It_is_alive_whatever_it_cannot_reach_and_says_which_commit_it_is()
    {
        var (status, life) = await app.CallAsync(null, "GET", "/api/health/live");

        Assert.Equal(200, status);
        Assert.Equal("healthy", life.GetProperty("status").GetString());
        Assert.Matches("^([0-9a-f]{40}|[0-9.]+)$", life.GetProperty("version").GetString());
    }

    static string Answer(string status, params string[] unhealthy) => JsonSerializer.Serialize(new
    {
        status,
        version = AppVersion.Current,
        checks = new[] { "storage", "bus", "engine", "audit" }.ToDictionary(what => what, what => unhealthy.Contains(what) ? "unhealthy" : "healthy"),
    });

    async Task<(int Status, string Health)> Asked(Tables tables, DurableTaskClient client, string? connection = null)
    {
        var bus = connection is null ? app.Client : new ServiceBusClient(connection);
        var http = new DefaultHttpContext
        {
            Response = { Body = new MemoryStream() },
            RequestServices = new ServiceCollection().AddLogging().BuildServiceProvider(),
        };
        var answer = await new HealthFunction(tables, bus, new(tables), NullLogger<HealthFunction>.Instance).Get(http.Request, client);
        await answer.ExecuteAsync(http);
        http.Response.Body.Position = 0;
        return (http.Response.StatusCode, await new StreamReader(http.Response.Body).ReadToEndAsync());
    }

    /// <summary>An engine of which only that it answers matters.</summary>
    sealed class Engine(bool answers) : DurableTaskClient("engine")
    {
        public override Task<OrchestrationMetadata?> GetInstancesAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) =>
            answers ? Task.FromResult<OrchestrationMetadata?>(null) : Task.FromException<OrchestrationMetadata?>(new IOException("The engine's storage is away."));

        public override Task<string> ScheduleNewOrchestrationInstanceAsync(TaskName orchestratorName, object? input = null, StartOrchestrationOptions? options = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task RaiseEventAsync(string instanceId, string eventName, object? eventPayload = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceStartAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task<OrchestrationMetadata> WaitForInstanceCompletionAsync(string instanceId, bool getInputsAndOutputs = false, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task SuspendInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override Task ResumeInstanceAsync(string instanceId, string? reason = null, CancellationToken cancellation = default) => throw new NotSupportedException();

        public override AsyncPageable<OrchestrationMetadata> GetAllInstancesAsync(OrchestrationQuery? filter = null) => throw new NotSupportedException();

        public override ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
