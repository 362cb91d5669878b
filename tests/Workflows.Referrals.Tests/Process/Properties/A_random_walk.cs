namespace Workflows.Referrals.Tests.Process.Properties;

public sealed class A_random_walk
{
    const int StepsOfAWalk = 200;

    static readonly int Steps = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1" ? 1_000_000 : 20_000;

    /// <summary>A failure names its seed, and the seed is kept below.</summary>
    [Fact]
    public void Over_commands_and_clock_moves_breaks_no_law()
    {
        for (var (seed, taken) = (0, 0); taken < Steps; seed++)
        {
            taken += RandomWalk.Take(seed, StepsOfAWalk);
        }
    }
}
