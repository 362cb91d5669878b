using Workflows.Referrals.Process;
using Workflows.Referrals.Tests.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Histories;

/// <summary>A new scenario is recorded with <c>WORKFLOWS_RECORD=1 dotnet test</c>; a history that is there is never written again.</summary>
public sealed class Recorded_histories
{
    public static TheoryData<string> Files => [.. Directory.GetFiles(History.Folder(), "*.json").Select(path => Path.GetFileNameWithoutExtension(path)).Order()];

    public static TheoryData<string> Scenarios => [.. Scenario.All.Keys];

    [Theory, MemberData(nameof(Scenarios))]
    public void Are_there_for_every_scenario(string name)
    {
        var path = PathOf(name);
        if (!File.Exists(path) && Environment.GetEnvironmentVariable("WORKFLOWS_RECORD") == "1")
        {
            History.Of(Scenario.All[name]()).Record(path);
        }

        Assert.True(File.Exists(path), $"{path} is not recorded yet");
    }

    [Theory, MemberData(nameof(Files))]
    public void Are_decided_today_as_they_were_then(string name)
    {
        var difference = History.Read(PathOf(name)).FirstDifference();
        Assert.True(difference is null, $"{name}: {difference}");
    }

    [Theory, MemberData(nameof(Files))]
    public void Reach_the_erasure(string name) => Assert.IsType<EraseDossier>(History.Read(PathOf(name)).Steps[^1].Effects[^1]);

    [Fact]
    public void Name_the_first_decision_that_differs()
    {
        var history = History.Of(Story.In(ReferralStatus.Completed));
        var otherwise = history with { Steps = [.. history.Steps.Select((step, number) => number > 0 ? step with { Events = [], Effects = [] } : step)] };

        Assert.Null(history.FirstDifference());
        Assert.StartsWith("Step 2 of 6, WhoFits at 2026-04-13 08:00:00Z:", otherwise.FirstDifference(), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_never_overwritten()
    {
        var path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.json");
        try
        {
            History.Of(Story.Received(Story.Monday)).Record(path);
            var recorded = File.ReadAllText(path);

            Assert.Throws<InvalidOperationException>(() => History.Of(Story.In(ReferralStatus.Completed)).Record(path));
            Assert.Equal(recorded, File.ReadAllText(path));
        }
        finally
        {
            File.Delete(path);
        }
    }

    static string PathOf(string name) => Path.Combine(History.Folder(), $"{name}.json");
}
