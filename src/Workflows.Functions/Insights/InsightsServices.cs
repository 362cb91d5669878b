using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Rollups;
using Workflows.Functions.Insights.Stories;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Insights;

/// <summary>What it is worth, in figures; see <see cref="InsightsSettings"/>.</summary>
static class InsightsServices
{
    public static IServiceCollection AddInsights(this IServiceCollection services, SettingsReader settings) => services
        .AddSingleton(InsightsSettings.Read(settings))
        .AddSingleton<FactStore>()
        .AddSingleton<FactKeeper>()
        .AddSingleton<LookMarks>()
        .AddSingleton<RollupStore>()
        .AddSingleton<CohortRoller>()
        .AddSingleton<MonthRoller>()
        .AddSingleton<Publications>()
        .AddSingleton<StoryReader>()
        .AddSingleton<CoordinatorStories>()
        .AddSingleton<ReportDesk>()
        .AddSingleton<ReadableReports>()
        .AddHostedService<InsightsStart>();
}
