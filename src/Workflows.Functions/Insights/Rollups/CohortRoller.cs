using System.Collections.Concurrent;
using Workflows.Functions.Insights.Facts;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Rollups;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>Counts everybody whom an organisation received in a month, as they stood at the end of months that are over.</summary>
sealed class CohortRoller(FactStore facts, RollupStore rollups)
{
    /// <summary>How many timelines are read at once.</summary>
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    /// <param name="organisation">Whose referrals.</param>
    /// <param name="cohort">The month of receipt, by its first day.</param>
    /// <param name="looks">The last days that are looked at; those before the end of the cohort are left out.</param>
    /// <param name="reason">Why it may come out otherwise than before.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<Kept> RollAsync(string organisation, DateOnly cohort, IEnumerable<DateOnly> looks, string reason, CancellationToken cancellation = default)
    {
        var (rows, told, kept) = (await facts.CohortAsync(organisation, cohort, cancellation).ToListAsync(cancellation), new ConcurrentDictionary<string, ToldTimeline>(), default(Kept));
        foreach (var through in looks.Where(through => through >= cohort))
        {
            var (end, standing) = (AmsterdamTime.At(through.AddDays(1), TimeOnly.MinValue), new ConcurrentBag<Fact>());
            await Parallel.ForEachAsync(rows, AtOnce, async (row, _) =>
            {
                if (await AsOfAsync(row, end, told, cancellation) is { } fact)
                {
                    standing.Add(fact);
                }
            });
            kept += await rollups.KeepAsync(Rollup.Of(organisation, cohort, through, standing), reason, cancellation);
        }

        return kept;
    }

    /// <summary>Most stood then as they stand now; the timelines of the others are read once.</summary>
    async Task<Fact?> AsOfAsync(FactRow row, DateTimeOffset end, ConcurrentDictionary<string, ToldTimeline> told, CancellationToken cancellation)
    {
        if (row.At < end && row.IsCurrent)
        {
            return row.Fact;
        }

        if (!told.TryGetValue(row.Referral, out var timeline))
        {
            timeline = told[row.Referral] = (await facts.ReadAsync(row.Referral, cancellation))!;
        }

        return timeline.FactAsOf(end);
    }
}
