using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Directory;

namespace Workflows.Functions.Insights.Rollups;

/// <summary>Each night rolls up the months that are over and not rolled up yet, and what came late.</summary>
sealed class RollUpMonths(DirectoryStore directory, MonthRoller roller)
{
    [Function(nameof(RollUpMonths))]
    public async Task Run([TimerTrigger("0 0 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        foreach (var organisation in (await directory.AllAsync(cancellation)).Organisations)
        {
            await roller.RollAsync(organisation.Id, cancellation);
        }
    }
}
