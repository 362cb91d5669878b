using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Insights.Rollups;

namespace Workflows.Functions.Insights;

/// <summary>What it is worth, in figures.</summary>
static class InsightsServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services) => services
        .AddSingleton<FactStore>()
        .AddSingleton<FactKeeper>()
        .AddSingleton<LookMarks>()
        .AddSingleton<RollupStore>()
        .AddSingleton<CohortRoller>()
        .AddSingleton<MonthRoller>()
        .AddHostedService<InsightsStart>();
}
