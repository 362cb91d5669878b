using Microsoft.Extensions.Logging;
using Workflows.Functions.Insights.Facts;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>Rolls up the months of an organisation that are over: each once, and again what came late or is counted otherwise now.</summary>
sealed class MonthRoller(FactStore facts, FactKeeper keeper, CohortRoller cohorts, LookMarks marks, TimeProvider clock, ILogger<MonthRoller> logger)
{
    /// <summary>Can be repeated: it goes on where it was given up.</summary>
    public async Task RollAsync(string organisation, CancellationToken cancellation = default)
    {
        var closed = Closing.LastDay(clock);
        var done = await marks.DoneAsync(organisation, cancellation);
        if (done is [.., var last] && last == LookMark.Today(closed))
        {
            await RollLateAsync(organisation, done, cancellation);
            return;
        }

        await marks.BeginAsync(organisation, closed, cancellation);
        var caughtUp = await keeper.CatchUpAsync(organisation, cancellation);
        if (await facts.FirstCohortAsync(organisation, cancellation) is not { } first)
        {
            return;   // nobody was ever referred
        }

        DateOnly[] missing = [.. Closing.LastDays(first, closed).Where(look => !done.Contains(LookMark.Today(look)))];
        var reason = done.Exists(look => missing.Contains(look.Through)) ? RestatementReason.Definition : RestatementReason.Late;
        Kept kept = default;
        foreach (var cohort in Closing.LastDays(first, closed).Select(day => new DateOnly(day.Year, day.Month, 1)))
        {
            kept += await cohorts.RollAsync(organisation, cohort, missing, reason, cancellation);
        }

        foreach (var look in missing)
        {
            await marks.DoneAsync(organisation, LookMark.Today(look), cancellation);
        }

        InsightsLogs.RolledUp(logger, organisation, closed, kept.First, kept.Again, caughtUp);
        await RollLateAsync(organisation, [.. done.Select(look => look.Through).Union(missing).Order().Select(LookMark.Today)], cancellation);
    }

    async Task RollLateAsync(string organisation, List<LookMark> done, CancellationToken cancellation)
    {
        foreach (var late in await marks.LateAsync(organisation, cancellation))
        {
            await cohorts.RollAsync(organisation, late.Cohort, done.Select(look => look.Through).Where(through => through >= late.Since), RestatementReason.Late, cancellation);
            await marks.ClearAsync(organisation, late, cancellation);
        }
    }
}
