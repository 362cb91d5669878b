using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Insights.Rebuilding;

/// <summary>Makes the facts of a page of timelines again.</summary>
sealed class MakeFactsAgain(TimelineStore timelines, FactKeeper keeper)
{
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Function(nameof(MakeFactsAgain))]
    public async Task<MadeFacts> Run([ActivityTrigger] string page, CancellationToken cancellation)
    {
        var (referrals, next) = await timelines.ReferralsAsync(page.Length == 0 ? null : page, cancellation);
        var changed = 0;
        await Parallel.ForEachAsync(referrals, AtOnce, async (referral, _) =>
        {
            if (await keeper.KeepAsync(referral, cancellation))
            {
                Interlocked.Increment(ref changed);
            }
        });
        return new(next, referrals.Count, changed);
    }
}

/// <summary>Says whose months are to be counted again; what comes in from now on is late.</summary>
sealed class BeginCountingAgain(DirectoryStore directory, LookMarks marks, TimeProvider clock)
{
    [Function(nameof(BeginCountingAgain))]
    public async Task<string[]> Run([ActivityTrigger] string nothing, CancellationToken cancellation)
    {
        string[] organisations = [.. (await directory.AllAsync(cancellation)).Organisations.Select(organisation => organisation.Id)];
        foreach (var organisation in organisations)
        {
            await marks.BeginAsync(organisation, Closing.LastDay(clock), cancellation);
        }

        return organisations;
    }
}

/// <summary>Counts one cohort of an organisation again, at the end of every month that is over.</summary>
sealed class CountAgain(FactStore facts, CohortRoller roller, LookMarks marks, TimeProvider clock)
{
    [Function(nameof(CountAgain))]
    public async Task<CountedAgain> Run([ActivityTrigger] CountingAgain wanted, CancellationToken cancellation)
    {
        var closed = Closing.LastDay(clock);
        if (await facts.FirstCohortAsync(wanted.Organisation, cancellation) is not { } first || first > closed)
        {
            return new(null, 0, 0);   // no month with a referral is over
        }

        var cohort = wanted.Cohort ?? first;
        var kept = await roller.RollAsync(wanted.Organisation, cohort, Closing.LastDays(cohort, closed), RestatementReason.Rebuilt, cancellation);
        if (cohort.AddMonths(1) <= closed)
        {
            return new(cohort.AddMonths(1), kept.First, kept.Again);
        }

        foreach (var look in Closing.LastDays(first, closed))
        {
            await marks.DoneAsync(wanted.Organisation, LookMark.Today(look), cancellation);
        }

        return new(null, kept.First, kept.Again);
    }
}
