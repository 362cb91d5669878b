using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Backups;

namespace Workflows.Functions.Operations;

/// <summary>Every half hour gives referrals that nobody waits for any more their orchestration back; a restore does so at its end.</summary>
sealed class ReconcileReferrals(Reconciler reconciler)
{
    [Function(nameof(ReconcileReferrals))]
    public async Task HalfHourly([TimerTrigger("0 17,47 * * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        // What is half restored is not started: that comes when all is there.
        if (await client.GetInstanceAsync(Restore.InstanceId, cancellation) is not { IsCompleted: false })
        {
            await reconciler.RunAsync(client, cancellation);
        }
    }
}
