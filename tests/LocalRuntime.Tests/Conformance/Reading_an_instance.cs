using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Reading_an_instance
{
    [Fact]
    public async Task What_does_not_exist_is_null()
    {
        await using var engine = await EchoingAsync();

        Assert.Null(await engine.Client.GetInstanceAsync("never-existed"));
    }

    [Fact]
    public async Task Input_and_output_are_read_back_as_what_they_were()
    {
        await using var engine = await EchoingAsync();
        var said = new Said("hello", 3, DateTimeOffset.UnixEpoch.AddYears(56), Tone.Kind);

        var ended = await engine.EndOfAsync(await engine.StartAsync("Echoes", said));

        Assert.Equal("Echoes", ended.Name);
        Assert.Equal(said, ended.ReadInputAs<Said>());
        Assert.Equal(said, ended.ReadOutputAs<Said>());
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task Without_asking_for_them_input_and_output_are_not_there()
    {
        await using var engine = await EchoingAsync();
        var id = await engine.StartAsync("Echoes", new Said("hello", 3, DateTimeOffset.UnixEpoch, Tone.Kind));
        await engine.EndOfAsync(id);

        var shown = await engine.Client.GetInstanceAsync(id);

        Assert.Null(shown!.SerializedInput);
        Assert.Null(shown.SerializedOutput);
        Assert.Throws<InvalidOperationException>(() => shown.ReadOutputAs<Said>());
    }

    [Fact]
    public async Task Waiting_for_the_start_returns_once_it_runs()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));

        var id = await engine.Client.ScheduleNewOrchestrationInstanceAsync("Waits");
        var started = await engine.Client.WaitForInstanceStartAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Running, started.RuntimeStatus);
        Assert.True(started.IsRunning);
        Assert.False(started.IsCompleted);
    }

    [Fact]
    public async Task Waiting_for_an_end_that_has_been_returns_at_once()
    {
        await using var engine = await EchoingAsync();
        var id = await engine.StartAsync("Echoes", new Said("hello", 3, DateTimeOffset.UnixEpoch, Tone.Kind));
        await engine.EndOfAsync(id);

        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.EndOfAsync(id)).RuntimeStatus);
    }

    [Fact]
    public async Task Who_waits_can_give_up()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<string>("Waits", context => context.WaitForExternalEvent<string>("answer")));
        var id = await engine.StartAsync("Waits");
        using var patience = new CancellationTokenSource();

        var end = engine.Client.WaitForInstanceCompletionAsync(id, patience.Token);
        await patience.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => end);
    }

    [Fact]
    public async Task It_was_created_before_it_was_last_updated()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Sleeps", context => context.CreateTimer(TimeSpan.FromSeconds(4), CancellationToken.None)));

        var id = await engine.StartAsync("Sleeps");
        await engine.PassAsync(TimeSpan.FromSeconds(4));
        var ended = await engine.EndOfAsync(id);

        Assert.True(ended.LastUpdatedAt - ended.CreatedAt >= TimeSpan.FromSeconds(4), $"{ended.CreatedAt:O} to {ended.LastUpdatedAt:O}");
    }

    static Task<EngineUnderTest> EchoingAsync() => EngineUnderTest.StartAsync(tasks => tasks
        .AddOrchestratorFunc<Said, Said>("Echoes", (_, said) => Task.FromResult(said)));

    sealed record Said(string Words, int Times, DateTimeOffset At, Tone Tone);

    enum Tone
    {
        Kind = 1,
    }
}
