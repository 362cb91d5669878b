using Microsoft.Extensions.Hosting;
using Workflows.Functions.Insights.Facts;
using Workflows.Functions.Insights.Reports;
using Workflows.Functions.Insights.Rollups;

namespace Workflows.Functions.Insights;

/// <summary>Creates the tables of the figures.</summary>
sealed class InsightsStart(ProfileStore profiles, FactStore facts, RollupStore rollups, Publications publications) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) =>
        Task.WhenAll(profiles.CreateAsync(cancellationToken), facts.CreateAsync(cancellationToken), rollups.CreateAsync(cancellationToken), publications.CreateAsync(cancellationToken));

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
