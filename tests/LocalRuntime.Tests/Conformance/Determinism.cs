using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.DurableTask;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Tests.Conformance;

public sealed class Determinism
{
    [Fact]
    public async Task Ids_are_the_same_at_every_replay_and_never_the_same_twice()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<Guid[]>("Draws", async context =>
            {
                var drawn = new List<Guid>();
                for (var draw = 0; draw < 3; draw++)
                {
                    drawn.AddRange([context.NewGuid(), context.NewGuid()]);
                    Assert.Equal(drawn, await context.CallActivityAsync<Guid[]>("Echoes", drawn.ToArray()));
                }

                return [.. drawn];
            })
            .AddActivityFunc<Guid[], Guid[]>("Echoes", (_, drawn) => drawn));

        Assert.Equal(6, (await engine.OutputOfAsync<Guid[]>(await engine.StartAsync("Draws"))).Distinct().Count());
    }

    // RFC 4122 version 5 of instance id, time and counter, in a name space of Durable Functions' own.
    [Fact]
    public async Task An_id_is_a_hash_of_the_instance_the_time_and_a_counter()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<Drawn>("Draws", context =>
            {
                var now = context.CurrentUtcDateTime.ToString("o", CultureInfo.InvariantCulture);
                return Task.FromResult(new Drawn(now, context.NewGuid(), context.NewGuid()));
            }));

        var id = await engine.StartAsync("Draws");
        var drawn = await engine.OutputOfAsync<Drawn>(id);

        Assert.Equal(Version5(new Guid("9e952958-5e33-4daf-827f-2fa12937b875"), $"{id}_{drawn!.Now}_0"), drawn.First);
        Assert.Equal(Version5(new Guid("9e952958-5e33-4daf-827f-2fa12937b875"), $"{id}_{drawn.Now}_1"), drawn.Second);
    }

    [Fact]
    public async Task Time_stands_still_within_a_turn_and_is_the_same_at_every_replay()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc<bool>("Looks at the clock", async context =>
            {
                var first = context.CurrentUtcDateTime;
                var firstEchoed = await context.CallActivityAsync<DateTime>("Echoes", first);
                var second = context.CurrentUtcDateTime;
                var secondEchoed = await context.CallActivityAsync<DateTime>("Echoes", second);
                return first.Kind == DateTimeKind.Utc && first == firstEchoed && second == secondEchoed && first < second;
            })
            .AddActivityFunc<DateTime, DateTime>("Echoes", (_, time) => time));

        Assert.True(await engine.OutputOfAsync<bool>(await engine.StartAsync("Looks at the clock")));
    }

    [Fact]
    public async Task A_replay_says_that_it_is_one()
    {
        var firsts = 0;
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Is replayed", async context =>
            {
                if (!context.IsReplaying)
                {
                    firsts++;
                }

                await context.CallActivityAsync("Acts");
                await context.CallActivityAsync("Acts");
                if (!context.IsReplaying)
                {
                    firsts++;
                }
            })
            .AddActivityFunc("Acts", (TaskActivityContext _) => { }));

        await engine.EndOfAsync(await engine.StartAsync("Is replayed"));

        Assert.Equal(2, firsts);
    }

    [Fact]
    public async Task A_replay_safe_logger_says_each_thing_once()
    {
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Logs", async context =>
            {
                var logger = context.CreateReplaySafeLogger<Determinism>();
                logger.LogInformation("one");
                await context.CallActivityAsync("Acts");
                logger.LogInformation("two");
                await context.CallActivityAsync("Acts");
                logger.LogInformation("three");
            })
            .AddActivityFunc("Acts", (TaskActivityContext _) => { }));

        await engine.EndOfAsync(await engine.StartAsync("Logs"));

        Assert.Equal(["one", "two", "three"], engine.LoggedBy(typeof(Determinism).FullName!));
    }

    [Fact]
    public async Task An_orchestrator_that_decides_otherwise_at_replay_is_stopped_with_the_step_named()
    {
        var deployed = "Asks Anna";
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Changes", async context =>
            {
                await context.CallActivityAsync(deployed);
                await context.WaitForExternalEvent<string>("answer");
                await context.WaitForExternalEvent<string>("answer");
            })
            .AddActivityFunc("Asks Anna", (TaskActivityContext _) => { })
            .AddActivityFunc("Asks Bram", (TaskActivityContext _) => { }));

        var id = await engine.StartAsync("Changes");
        await engine.SettleAsync();
        deployed = "Asks Bram";
        await engine.Client.RaiseEventAsync(id, "answer", "yes");
        var failure = await engine.StoppedByAsync(id);

        Assert.Contains("Asks Anna", failure.ErrorMessage, StringComparison.Ordinal);
        Assert.Contains("Asks Bram", failure.ErrorMessage, StringComparison.Ordinal);
    }

    [Fact]
    [Trait("Host", "Functions")]
    public async Task An_await_of_something_that_is_not_durable_fails_the_orchestration()
    {
        var elsewhere = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var engine = await EngineUnderTest.StartAsync(tasks => tasks
            .AddOrchestratorFunc("Strays", async context =>
            {
                ThreadPool.QueueUserWorkItem(_ => elsewhere.TrySetResult());
                await elsewhere.Task.ConfigureAwait(false);
                await context.CallActivityAsync("Acts");
            })
            .AddActivityFunc("Acts", (TaskActivityContext _) => { }));

        var failure = await engine.FailureOfAsync(await engine.Client.ScheduleNewOrchestrationInstanceAsync("Strays"));

        Assert.Equal(typeof(InvalidOperationException).FullName, failure.ErrorType);
        Assert.Contains("invalid asynchronous invocation", failure.ErrorMessage, StringComparison.Ordinal);
    }

    static Guid Version5(Guid space, string name)
    {
#pragma warning disable CA5350 // The hash that RFC 4122 prescribes; nothing secret rests on it.
        var hash = SHA1.HashData([.. space.ToByteArray(bigEndian: true), .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
#pragma warning restore CA5350
        BinaryPrimitives.WriteUInt16BigEndian(hash[6..], (ushort)((BinaryPrimitives.ReadUInt16BigEndian(hash[6..]) & 0x0FFF) | 0x5000));
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }

    sealed record Drawn(string Now, Guid First, Guid Second);
}
