using System.Text.Json.Serialization;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Conformance;

public sealed class Payloads
{
    [Fact]
    public async Task A_derived_payload_in_a_sealed_envelope_arrives_as_what_it_was()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", async context => (await context.WaitForExternalEvent<Envelope>("command")).Command is Accept accept ? accept.Worker : "lost"));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "command", new Envelope(new Accept("anna")));

        Assert.Equal("anna", await engine.OutputOfAsync<string>(id));
    }

    // The worker writes it by its runtime type: what kind of command it is, is lost.
    [Fact]
    [Trait("Host", "Functions")]
    public async Task A_derived_payload_without_an_envelope_stops_the_orchestration()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", async context => (await context.WaitForExternalEvent<Command>("command")).ToString()));

        var id = await engine.StartAsync("Waits");
        await engine.Client.RaiseEventAsync(id, "command", new Accept("anna"));

        Assert.Contains("type discriminator", (await engine.StoppedByAsync(id)).ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_a_payload_too()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string?, string?>("Calls", (context, input) => context.CallActivityAsync<string?>("Echoes", input))
            .AddActivityFunc<string?, string?>("Echoes", (_, input) => input));

        Assert.Null(await engine.OutputOfAsync<string?>(await engine.StartAsync("Calls")));
    }

    // Far above the 64 KiB of a table's property and the limit of a queue message.
    [Fact]
    public async Task Large_payloads_are_kept_whole()
    {
        var large = string.Concat(Enumerable.Range(0, 25_000).Select(number => $"{number:X4}"));
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string, string>("Calls", (context, input) => context.CallActivityAsync<string>("Echoes", input))
            .AddActivityFunc<string, string>("Echoes", (_, input) => input));

        Assert.Equal(large, await engine.OutputOfAsync<string>(await engine.StartAsync("Calls", large)));
    }

    [Fact]
    public async Task Names_of_activities_and_orchestrators_are_equal_whatever_their_case()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Calls", context => context.CallActivityAsync<string>("ECHOES", "said"))
            .AddActivityFunc<string, string>("Echoes", (_, input) => input));

        Assert.Equal("said", await engine.OutputOfAsync<string>(await engine.StartAsync("calls")));
    }

    [JsonDerivedType(typeof(Accept), "accept")]
    abstract record Command;

    sealed record Accept(string Worker) : Command;

    sealed record Envelope(Command Command);
}
