using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Properties;

public sealed class A_random_walk
{
    const int StepsOfAWalk = 200;

    static readonly int Steps = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? 1_000_000 : 40_000;

    /// <summary>A failure names its seed, and the seed is kept below.</summary>
    [Fact]
    public void Over_commands_and_clock_moves_breaks_no_law()
    {
        HashSet<Type> seen = [];
        for (var (seed, taken) = (0, 0); taken < Steps; seed++)
        {
            taken += RandomWalk.Take(seed, StepsOfAWalk, seen);
        }

        // A walk that comes nowhere proves nothing. An absence after the end is too rare to be met; it has a test of its own.
        Assert.Empty(AnyValue.Kinds(typeof(Change)).Except(seen).Except([typeof(WorkerLeft)]));
    }

    /// <summary>3500: a pause so long that two measurements were due on its last day asked the client twice.</summary>
    [Theory]
    [InlineData(3500)]
    public void That_once_broke_a_law_breaks_none_today(int seed) => RandomWalk.Take(seed, StepsOfAWalk, []);
}
