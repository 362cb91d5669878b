using Microsoft.DurableTask;
using Microsoft.Extensions.Logging.Abstractions;
using Workflows.Functions.Commands;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Commands;

public sealed class When_a_command_is_given_again : IAsyncLifetime
{
    const string Referral = "referral-1";
    static readonly CommandEnvelope Accepted = new("key", new(Role.Worker, "anna"), new Accept());

    TestStorage storage = null!;
    TestEngine engine = null!;
    ReferralCommands commands = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        commands = new(storage.Timelines, NullLogger<ReferralCommands>.Instance);

        // In the referral's place: an orchestration that says how many commands woke it.
        engine = await TestEngine.StartAsync(TestStorage.Monday, tasks => tasks.AddOrchestratorFunc<int, int>("Awake", async (context, woken) =>
        {
            for (var command = context.WaitForExternalEvent<CommandEnvelope>(CommandEnvelope.EventName); ; command = context.WaitForExternalEvent<CommandEnvelope>(CommandEnvelope.EventName))
            {
                await command;
                context.SetCustomStatus(++woken);
            }
        }));
        await engine.Client.ScheduleNewOrchestrationInstanceAsync("Awake", 0, new StartOrchestrationOptions(InstanceId: Referral));
    }

    public async Task DisposeAsync() => await engine.DisposeAsync();

    [Fact]
    public async Task One_whose_wake_up_was_lost_wakes_its_referral()
    {
        await storage.Timelines.StoreCommandAsync(Referral, Accepted.Key, ReferralJson.Write(Accepted));   // and then the process was killed

        Assert.Equal(CommandStored.Before, await GiveAsync(Accepted));

        Assert.Equal(1, await WokenAsync());
    }

    [Fact]
    public async Task One_that_was_handled_wakes_nobody()
    {
        await GiveAsync(Accepted);
        Assert.Equal(1, await WokenAsync());
        await storage.Timelines.CommitAsync(new(Referral, 1, [], "summary", new(Accepted.Key), [], []));

        Assert.Equal(CommandStored.Before, await GiveAsync(Accepted));

        Assert.Equal(1, await WokenAsync());
    }

    [Fact]
    public async Task Something_else_under_its_key_wakes_nobody()
    {
        await storage.Timelines.StoreCommandAsync(Referral, Accepted.Key, ReferralJson.Write(Accepted));

        Assert.Equal(CommandStored.Conflict, await GiveAsync(Accepted with { Command = new Resume() }));

        Assert.Equal(0, await WokenAsync());
    }

    Task<CommandStored> GiveAsync(CommandEnvelope command) => commands.GiveAsync(Referral, command, fingerprint: null, engine.Client);

    async Task<int> WokenAsync()
    {
        await engine.PassAsync(TimeSpan.FromSeconds(1));
        var instance = await engine.Client.GetInstanceAsync(Referral, getInputsAndOutputs: true, CancellationToken.None);
        return instance!.SerializedCustomStatus is null ? 0 : instance.ReadCustomStatusAs<int>();
    }
}
