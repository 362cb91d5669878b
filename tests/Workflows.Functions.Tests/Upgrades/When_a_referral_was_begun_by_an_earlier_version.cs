using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Upgrades;

/// <summary>
/// The states of each process version are recorded once, with <c>WORKFLOWS_RECORD=1 dotnet test</c>, and never written again. Today's code takes each of them over,
/// as it does after a deployment, and lives on to the end on the durable engine.
/// </summary>
public sealed class When_a_referral_was_begun_by_an_earlier_version
{
    public static TheoryData<int> States => [.. Enumerable.Range(0, RecordedState.All.Count)];

    [Fact]
    public void The_states_of_the_present_version_are_recorded_too()
    {
        var today = RecordedState.OfToday().ToList();
        var path = RecordedState.PathOf(today[0].Version);
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("WORKFLOWS_RECORD") == "1")
        {
            File.WriteAllLines(path, today.Select(state => JsonSerializer.Serialize(state, JsonSerializerOptions.Web)));
        }

        Assert.True(File.Exists(path), $"{path} is not recorded yet");
    }

    [Fact]
    public void Of_each_version_there_is_a_state_of_every_status() => Assert.All(
        RecordedState.All.GroupBy(state => state.Version),
        version => Assert.Subset(version.Select(state => state.Read().Status).ToHashSet(), new HashSet<ReferralStatus>(RecordedState.OfToday().Select(state => state.Read().Status))));

    [Theory, MemberData(nameof(States))]
    public async Task It_is_finished_as_it_would_have_been(int number)
    {
        var state = RecordedState.All[number];
        var history = RecordedHistory.Read(state.History);
        var (begun, ahead) = (history.Steps[state.After - 1].Happening.At, history.Steps.Skip(state.After).ToList());
        var answers = new Queue<Answer>(ahead.Select(step => step.Happening.Answer).OfType<Answer>());
        var turns = new List<Decision>();
        await using var engine = await TestEngine.StartAsync(begun, tasks => tasks
            .AddOrchestratorFunc<Referral>(nameof(ReferralOrchestrator), ReferralOrchestrator.Run)
            .AddActivityFunc<Question, Answer>(nameof(AnswerQuestion), (_, _) => answers.Dequeue())
            .AddActivityFunc<Decision>(nameof(CommitTurn), (_, decision) => turns.Add(decision)));

        await engine.Client.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), state.Read(), new StartOrchestrationOptions(history.Id));
        foreach (var moment in ahead.GroupBy(step => step.Happening.At))
        {
            await engine.PassAsync(moment.Key - engine.Now);
            foreach (var command in moment.Select(step => step.Happening.Command).OfType<CommandEnvelope>())
            {
                await engine.Client.RaiseEventAsync(history.Id, CommandEnvelope.EventName, command);
            }

            await engine.PassAsync(TimeSpan.Zero);
        }

        Assert.Equal(ahead.SelectMany(step => step.Events), turns.SelectMany(turn => turn.Events));
        Assert.Equal(ahead.SelectMany(step => step.Effects), turns.SelectMany(turn => turn.Effects));
        Assert.Equal(OrchestrationRuntimeStatus.Completed, (await engine.Client.GetInstanceAsync(history.Id))!.RuntimeStatus);
    }

    /// <summary>The version before reads what today's writes: rolling back is a deployment like any other.</summary>
    [Theory, MemberData(nameof(States))]
    public void What_it_knows_is_written_under_the_same_names(int number)
    {
        var then = RecordedState.All[number].Summary;

        Assert.Empty(Lost(then, JsonNode.Parse(ReferralJson.Write(RecordedState.All[number].Read()))!));
    }

    /// <summary>What stood there and does not any more, or is something else.</summary>
    static IEnumerable<string> Lost(JsonNode then, JsonNode? now) => (then, now) switch
    {
        (JsonObject before, JsonObject after) => before.SelectMany(property => Lost(property.Value!, after[property.Key]).Select(lost => $"{property.Key}/{lost}")),
        (JsonArray before, JsonArray after) when before.Count == after.Count => before.SelectMany((item, index) => Lost(item!, after[index]).Select(lost => $"{index}/{lost}")),
        _ => JsonNode.DeepEquals(then, now) ? [] : [then.ToJsonString()],
    };
}
