using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Conformance;

public sealed class Custom_status
{
    [Fact]
    public async Task It_is_seen_while_the_orchestration_waits()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Reports", ReportAsync));

        var id = await engine.StartAsync("Reports");
        await engine.SettleAsync();

        var shown = await engine.Client.GetInstanceAsync(id, getInputsAndOutputs: true);
        Assert.Equal(new Progress("asked", 1), shown!.ReadCustomStatusAs<Progress>());
    }

    [Fact]
    public async Task The_last_one_stays_after_the_end()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Reports", ReportAsync));

        var id = await engine.StartAsync("Reports");
        await engine.Client.RaiseEventAsync(id, "answer", "yes");

        Assert.Equal(new Progress("answered", 2), (await engine.EndOfAsync(id)).ReadCustomStatusAs<Progress>());
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task Who_does_not_ask_for_inputs_and_outputs_does_not_see_it()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc<string>("Reports", ReportAsync));

        var id = await engine.StartAsync("Reports");
        await engine.SettleAsync();
        var shown = await engine.Client.GetInstanceAsync(id);

        Assert.Null(shown!.SerializedCustomStatus);
        Assert.Throws<InvalidOperationException>(() => shown.ReadCustomStatusAs<Progress>());
    }

    // Null on one backend and the text "null" on another.
    [Fact]
    public async Task One_that_was_never_set_reads_as_nothing()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks.AddOrchestratorFunc("Is silent", _ => Task.CompletedTask));

        var ended = await engine.EndOfAsync(await engine.StartAsync("Is silent"));

        Assert.Null(ended.ReadCustomStatusAs<Progress>());
    }

    static async Task<string> ReportAsync(TaskOrchestrationContext context)
    {
        context.SetCustomStatus(new Progress("started", 0));
        context.SetCustomStatus(new Progress("asked", 1));
        var answer = await context.WaitForExternalEvent<string>("answer");
        context.SetCustomStatus(new Progress("answered", 2));
        return answer;
    }

    sealed record Progress(string What, int Step);
}
