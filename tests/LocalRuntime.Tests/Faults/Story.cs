using DurableTask.Core.Exceptions;
using Grpc.Core;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Faults;

/// <summary>Two referrals from their start to their end under a fault plan: commands twice, late and out of order, with days in between.</summary>
sealed class Story
{
    static readonly string[] Referrals = ["anna", "bram"];
    static readonly string[] Commands = ["accept", "plan", "record", "complete"];

    readonly Ledger ledger = new();
    readonly World world;

    public Story(int seed, Func<Random, FaultPlan> plan)
    {
        var provider = new Provider(ledger);
        world = new World(seed, plan(new Random(seed)), (tasks, process) => ReferralShaped.AddTo(tasks, effect => provider.TakeAsync(process, effect)))
        {
            ReplaysAlways = seed % 2 == 0,
        };
    }

    public int Calls => world.Calls;

    /// <summary>Lives it through, and checks that each referral came to one end with every effect happened once.</summary>
    public Story Tell()
    {
        Array.ForEach(Referrals, Start);
        foreach (var together in Deliveries().Chunk(world.Random.Next(1, 4)))
        {
            // At once, so that a process that is lost may leave them to arrive in another order.
            Raise(together);
            if (world.Random.Next(3) > 0)
            {
                world.Pass(TimeSpan.FromMinutes(world.Random.Next(1, 60 * 30)));
            }
        }

        world.Pass(TimeSpan.FromDays(1));
        Array.ForEach(Referrals, IsAtItsEnd);
        Array.ForEach(Referrals, referral => Raise((referral, "after the end")));
        Array.ForEach(Referrals, IsAtItsEnd);
        world.Settle();
        StoredHistory.IsWhole(world.Storage.Rows, [.. Referrals, .. Referrals.Select(referral => $"{referral}.feedback")]);
        Assert.Empty(ledger.Contradictions);
        return this;
    }

    void Start(string referral) => world.Insist(async client =>
    {
        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(
                ReferralShaped.Orchestrator, new ReferralShaped.Referral(Commands.Length, 0, []), new StartOrchestrationOptions(InstanceId: referral));
        }
        catch (OrchestrationAlreadyExistsException)
        {
            // The answer to an earlier try was lost.
        }
    });

    void Raise(params (string Referral, string Command)[] commands) => world.InsistOnAll<bool>([.. commands.Select(one => new Func<DurableTaskClient, Task<bool>>(async client =>
    {
        try
        {
            await client.RaiseEventAsync(one.Referral, ReferralShaped.Command, new ReferralShaped.Envelope(one.Command));
        }
        catch (RpcException refusal) when (refusal.StatusCode == StatusCode.FailedPrecondition)
        {
            // It has ended: by this command, when the answer to an earlier try was lost, or before it.
        }

        return true;
    }))]);

    /// <summary>Every command at least once, some twice, in any order.</summary>
    (string Referral, string Command)[] Deliveries()
    {
        var once = Referrals.SelectMany(referral => Commands.Select(command => (referral, command))).ToArray();
        (string, string)[] all = [.. once, .. once.Where(_ => world.Random.Next(4) == 0)];
        world.Random.Shuffle(all);
        return all;
    }

    void IsAtItsEnd(string referral)
    {
        var ended = world.Insist(client => client.WaitForInstanceCompletionAsync(referral, getInputsAndOutputs: true));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, ended.RuntimeStatus);
        Assert.Equal("acknowledged", ended.ReadOutputAs<string>());

        var effects = ledger.Effects.Where(effect => effect.Key.StartsWith($"{referral}.", StringComparison.Ordinal)).ToDictionary(effect => effect.Key[(referral.Length + 1)..], effect => effect.Value);
        var turns = effects.Count - 3;
        Assert.Equal(
            [.. Enumerable.Range(0, turns).Select(turn => $"{turn}").Order(StringComparer.Ordinal), "feedback", "referrer", "worker"],
            effects.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(Commands.Order(), effects.Values.Where(what => Commands.Contains(what)).Order());
    }
}
