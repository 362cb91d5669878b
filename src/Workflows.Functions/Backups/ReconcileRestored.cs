using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Operations;

namespace Workflows.Functions.Backups;

/// <summary>Gives the referrals that were restored their orchestrations: the engine's own state is in no backup.</summary>
sealed class ReconcileRestored(Reconciler reconciler)
{
    [Function(nameof(ReconcileRestored))]
    public Task Run([ActivityTrigger] BackupToRestore restore, [DurableClient] DurableTaskClient client, CancellationToken cancellation) => reconciler.RunAsync(client, cancellation);
}
