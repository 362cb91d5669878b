using System.Diagnostics;
using System.Globalization;
using System.Runtime;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Benchmarks;

/// <summary>How fast the pure domain lives through referrals: five years of virtual time each, no storage, no engine.</summary>
/// <param name="Referrals">How many.</param>
/// <param name="Seed">What decided who did what.</param>
/// <param name="Simulation">What they came to.</param>
/// <param name="Processor">The processor time that it took; on a shared machine the time on the clock says little.</param>
sealed record SimulationRun(int Referrals, ulong Seed, Simulation Simulation, TimeSpan Processor)
{
    const int WarmUp = 20_000;

    public double PerSecondAndCore => Referrals / Processor.TotalSeconds;

    public static SimulationRun Measure(int referrals = 100_000, ulong seed = 1)
    {
        GCSettings.LatencyMode = GCLatencyMode.Batch;
        Simulation.Run(WarmUp, seed + 1);

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        var simulation = Simulation.Run(referrals, seed);
        process.Refresh();
        return new(referrals, seed, simulation, process.TotalProcessorTime - before);
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Referrals:N0} referrals, {Simulation.Happenings:N0} happenings, {Simulation.Erased:N0} erased: {PerSecondAndCore:N0} referrals per second of a core. Seed {Seed}, hash {Simulation.Hash:x16}.");
}
