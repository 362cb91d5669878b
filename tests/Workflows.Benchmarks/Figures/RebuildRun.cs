using System.Diagnostics;
using System.Globalization;
using Workflows.Functions;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Storage;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Benchmarks.Figures;

/// <summary>How fast facts and counts are made again of timelines that stand in memory as they are stored.</summary>
/// <param name="Referrals">How many.</param>
/// <param name="Events">How many events they have.</param>
/// <param name="Processor">The processor time that it took; on a shared machine the time on the clock says little.</param>
sealed record RebuildRun(int Referrals, int Events, TimeSpan Processor)
{
    const int WarmUp = 2_000;

    static readonly DateOnly Through = new(2030, 12, 31);

    public double PerSecondAndCore => Referrals / Processor.TotalSeconds;

    public static RebuildRun Measure(int referrals = 10_000)
    {
        var stored = Enumerable.Range(0, referrals).Select(number => Life.Of(number, seed: 1, [], Place.Two[0]))
            .Select(life => (life.Referral.Id, Events: (StoredEvent[])[.. life.Events.Select(happened => new StoredEvent(happened.Sequence, ReferralJson.Write(happened)))], life.Profile)).ToList();
        Rebuild(stored.Take(WarmUp));

        using var process = Process.GetCurrentProcess();
        var before = process.TotalProcessorTime;
        Rebuild(stored);
        process.Refresh();
        return new(referrals, stored.Sum(timeline => timeline.Events.Length), process.TotalProcessorTime - before);
    }

    /// <summary>The rows of the facts, and the counts of each month at one look.</summary>
    static void Rebuild(IEnumerable<(string Id, StoredEvent[] Events, Profile Profile)> stored)
    {
        List<Fact> facts = [];
        foreach (var (id, events, profile) in stored)
        {
            var row = ToldTimeline.Of(id, events, profile)!.Row;
            _ = row.ToEntity();
            if (row.Fact is { } fact)
            {
                facts.Add(fact);
            }
        }

        foreach (var cohort in facts.GroupBy(fact => fact.Cohort))
        {
            _ = Rollup.Of(facts[0].Organisation, cohort.Key, Through, [.. cohort]);
        }
    }

    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Referrals:N0} timelines of {Events:N0} events, read from JSON: {PerSecondAndCore:N0} referrals per second of a core.");
}
