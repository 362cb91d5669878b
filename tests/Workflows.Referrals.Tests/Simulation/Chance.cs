namespace Workflows.Referrals.Tests.Simulation;

/// <summary>Chance that a seed decides, the same on every machine and in every version of the runtime (SplitMix64: Steele, Lea and Flood, 2014).</summary>
/// <param name="seed">Where it begins.</param>
struct Chance(ulong seed)
{
    ulong state = seed;

    /// <summary>A number from 0 up to, not including, <paramref name="below"/>.</summary>
    public int Below(int below) => (int)(Next() % (ulong)below);

    /// <summary>True in so many of a hundred cases.</summary>
    public bool In100(int cases) => Below(100) < cases;

    /// <summary>A length of time between so many hours, to the minute.</summary>
    public TimeSpan Hours(int from, int to) => TimeSpan.FromMinutes((from * 60) + Below((to - from) * 60));

    ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
