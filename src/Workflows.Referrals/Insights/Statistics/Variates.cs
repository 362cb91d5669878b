namespace Workflows.Referrals.Insights.Statistics;

/// <summary>Variates that a seed decides (SplitMix64: Steele, Lea and Flood, 2014), so that a report made twice is the same twice.</summary>
/// <param name="seed">Where it begins.</param>
struct Variates(ulong seed)
{
    ulong state = seed;

    /// <summary>The order statistic of rank <paramref name="rank"/> among <paramref name="rank"/> + <paramref name="above"/> - 1 uniform variates.</summary>
    public double Beta(int rank, int above)
    {
        var (first, second) = (Gamma(rank), Gamma(above));
        return first / (first + second);
    }

    /// <summary>The least of so many uniform variates.</summary>
    public double LeastOf(int count) => 1 - Math.Pow(Uniform(), 1.0 / count);

    /// <summary>Marsaglia and Tsang, "A simple method for generating gamma variables", ACM Transactions on Mathematical Software 2000;26:363-372.</summary>
    double Gamma(int shape)
    {
        var d = shape - 1.0 / 3;
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = Normal();
            var cube = 1 + c * normal;
            if (cube <= 0)
            {
                continue;
            }

            // Nearly all are accepted by the squeeze, which needs no logarithm and accepts none that the test after it would not.
            var (v, uniform) = (cube * cube * cube, Uniform());
            if (uniform < 1 - 0.0331 * normal * normal * normal * normal || Math.Log(uniform) < 0.5 * normal * normal + d - d * v + d * Math.Log(v))
            {
                return d * v;
            }
        }
    }

    /// <summary>Box and Muller, 1958.</summary>
    double Normal() => Math.Sqrt(-2 * Math.Log(Uniform())) * Math.Cos(2 * Math.PI * Uniform());

    /// <summary>Above 0 and at most 1.</summary>
    double Uniform() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    ulong Next()
    {
        var mixed = state += 0x9E3779B97F4A7C15;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
