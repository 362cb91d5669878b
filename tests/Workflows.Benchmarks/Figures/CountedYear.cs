using Workflows.Functions.Insights.Rollups;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Tests.Simulation;

namespace Workflows.Benchmarks.Figures;

/// <summary>A simulated year of one organisation, counted as it stood at its end.</summary>
static class CountedYear
{
    /// <summary>The last day that is looked at.</summary>
    public static readonly DateOnly End = new(2026, 12, 31);

    /// <summary>The facts of so many referrals.</summary>
    public static Fact[] Facts(Place place, int referrals) =>
    [
        .. Enumerable.Range(0, int.MaxValue)
            .Select(number => Life.Of(number, seed: 1, [], place))
            .Select(life => Timelines.FactOf(life.Referral.Id, life.Events, life.Profile, AmsterdamTime.At(End.AddDays(1), TimeOnly.MinValue)))
            .OfType<Fact>().Take(referrals),
    ];

    /// <summary>Counts them, month by month.</summary>
    public static async Task KeepAsync(RollupStore rollups, LookMarks marks, Fact[] facts)
    {
        foreach (var cohort in facts.GroupBy(fact => fact.Cohort))
        {
            await rollups.KeepAsync(Rollup.Of(facts[0].Organisation, cohort.Key, End, [.. cohort]), RestatementReason.Late);
        }

        await marks.DoneAsync(facts[0].Organisation, LookMark.Today(End));
    }
}
