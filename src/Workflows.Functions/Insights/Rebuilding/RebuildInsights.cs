using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Workflows.Functions.Insights.Rebuilding;

/// <summary>Makes everything that figures are made of again from the timelines: page by page the facts, then cohort by cohort what was counted of them.</summary>
static class RebuildInsights
{
    /// <summary>Steps after which the history starts afresh.</summary>
    const int StepsPerHistory = 25;

    /// <summary>Runs to the end; what came out otherwise than before stands beside it as a further version.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="progress">How far it is.</param>
    [Function(nameof(RebuildInsights))]
    public static async Task<RebuildProgress> Run([OrchestrationTrigger] TaskOrchestrationContext context, RebuildProgress progress)
    {
        for (var step = 0; step < StepsPerHistory; step++)
        {
            progress = await NextAsync(context, progress);
            context.SetCustomStatus(progress);
            if (progress.IsDone)
            {
                return progress;
            }
        }

        context.ContinueAsNew(progress);
        return progress;
    }

    static async Task<RebuildProgress> NextAsync(TaskOrchestrationContext context, RebuildProgress progress)
    {
        if (!progress.FactsAreMade)
        {
            return progress.With(await context.CallActivityAsync<MadeFacts>(nameof(MakeFactsAgain), progress.Page ?? "", Retries.UntilItWorks));
        }

        if (progress.Organisations is not { } organisations)
        {
            return progress with { Organisations = await context.CallActivityAsync<string[]>(nameof(BeginCountingAgain), "", Retries.UntilItWorks) };
        }

        return organisations is [var organisation, .. var others]
            ? progress.With(await context.CallActivityAsync<CountedAgain>(nameof(CountAgain), new CountingAgain(organisation, progress.NextCohort), Retries.UntilItWorks), others)
            : progress with { IsDone = true };
    }
}
