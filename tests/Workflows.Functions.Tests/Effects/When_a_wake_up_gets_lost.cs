using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Effects;
using Workflows.Functions.Intake;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Effects;

public sealed class When_a_wake_up_gets_lost
{
    static readonly TimeSpan LongerThanATurn = TimeSpan.FromMinutes(2);

    [Fact]
    public async Task A_submission_that_was_stored_and_never_scheduled_is_started()
    {
        var storage = await TestStorage.CreateAsync();
        await using var engine = await EngineAsync();
        var submitted = Submitted();
        await storage.Timelines.StoreCommandAsync(submitted.Id, CommandEnvelope.Submission, ReferralJson.Write(submitted), submitted.Id);

        await SweepAsync(storage, engine);

        Assert.NotNull(await engine.Client.GetInstanceAsync(submitted.Id, CancellationToken.None));
    }

    [Fact]
    public async Task A_command_that_was_stored_and_never_raised_is_raised()
    {
        var storage = await TestStorage.CreateAsync();
        await using var engine = await EngineAsync();
        var submitted = Submitted();
        await engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), submitted, new StartOrchestrationOptions(InstanceId: submitted.Id));
        var command = new CommandEnvelope("c1", new(Role.Worker, "anna"), new Accept());
        await storage.Timelines.StoreCommandAsync(submitted.Id, command.Key, ReferralJson.Write(command));

        await SweepAsync(storage, engine);
        await engine.PassAsync(TimeSpan.FromSeconds(1));

        var instance = await engine.Client.GetInstanceAsync(submitted.Id, getInputsAndOutputs: true, CancellationToken.None);
        Assert.Equal("c1", instance!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task A_referral_that_is_gone_or_has_ended_holds_up_no_other()
    {
        var storage = await TestStorage.CreateAsync();
        await using var engine = await EngineAsync();
        var command = new CommandEnvelope("c1", new(Role.Worker, "anna"), new Accept());
        foreach (var (id, isGone) in new[] { ("1-gone", true), ("2-ended", false), ("3-runs", false) })
        {
            await storage.Timelines.StoreCommandAsync(id, command.Key, ReferralJson.Write(command));
            if (!isGone)
            {
                await engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), Submitted(), new StartOrchestrationOptions(InstanceId: id));
            }
        }

        await engine.Client.TerminateInstanceAsync("2-ended", CancellationToken.None);

        await SweepAsync(storage, engine);
        await engine.PassAsync(TimeSpan.FromSeconds(1));

        var runs = await engine.Client.GetInstanceAsync("3-runs", getInputsAndOutputs: true, CancellationToken.None);
        Assert.Equal("c1", runs!.ReadOutputAs<string>());
    }

    [Fact]
    public async Task What_was_stored_a_moment_ago_is_left_to_the_turn_that_is_under_way()
    {
        var storage = await TestStorage.CreateAsync();
        await using var engine = await EngineAsync();
        var submitted = Submitted();
        await storage.Timelines.StoreCommandAsync(submitted.Id, CommandEnvelope.Submission, ReferralJson.Write(submitted), submitted.Id);

        await SweepNowAsync(storage, engine);

        Assert.Null(await engine.Client.GetInstanceAsync(submitted.Id, CancellationToken.None));
    }

    static async Task SweepAsync(TestStorage storage, TestEngine engine)
    {
        storage.Machine.Now += LongerThanATurn;
        await SweepNowAsync(storage, engine);
    }

    /// <summary>No effects stand in these timelines, so that nothing dispatches any.</summary>
    static Task SweepNowAsync(TestStorage storage, TestEngine engine) =>
        new Sweep(storage.Timelines, new ReferralStarter(storage.Timelines, NullLogger<ReferralStarter>.Instance), effects: null!, NullLogger<Sweep>.Instance)
            .Run(new TimerInfo(), engine.Client, CancellationToken.None);

    /// <summary>In the referral's place: an orchestration that answers which command woke it.</summary>
    static Task<TestEngine> EngineAsync() => TestEngine.StartAsync(
        TestStorage.Monday,
        tasks => tasks.AddOrchestratorFunc<Referral, string>(
            nameof(ReferralOrchestrator),
            async (context, _) => (await context.WaitForExternalEvent<CommandEnvelope>(CommandEnvelope.EventName)).Key));

    static Referral Submitted() =>
        Referral.Submit(Guid.NewGuid().ToString("N"), new("welzijn-zuid", "01999901", Pathway.Default, true, HandoverForm.Phone));
}
