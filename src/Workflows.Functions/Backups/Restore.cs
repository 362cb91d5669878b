using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Workflows.Functions.Backups;

/// <summary>Restores one backup into an app that is not in use. There is one at a time: its instance id is always the same.</summary>
static class Restore
{
    public const string InstanceId = "restore";

    /// <summary>Storage that is away for a while comes back; a backup that is not as it was written does not.</summary>
    static readonly TaskOptions WhileItMayWork = TaskOptions.FromRetryPolicy(new(int.MaxValue, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(10))
    {
        HandleFailure = failure => !failure.IsCausedBy<BackupException>(),
    });

    /// <summary>Restores the backup.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="restore">Which backup.</param>
    [Function(nameof(Restore))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, BackupToRestore restore)
    {
        var plan = await context.CallActivityAsync<RestorePlan>(nameof(PlanRestore), restore, WhileItMayWork);
        context.SetCustomStatus(plan.UnreadErasures);
        await context.CallActivityAsync(nameof(EmptyTables), restore, WhileItMayWork);
        try
        {
            foreach (var file in plan.Files)
            {
                await context.CallActivityAsync(nameof(ImportPart), new PartToImport(file), WhileItMayWork);
            }
        }
        catch (TaskFailedException)
        {
            // A part of a backup is no use, would mix with another that is restored next, and would look like an app in use.
            await context.CallActivityAsync(nameof(EmptyTables), restore, WhileItMayWork);
            throw;
        }

        await context.CallActivityAsync(nameof(FinishRestore), new RestoreToFinish(restore.Backup, plan.BegunAt, restore.Who), WhileItMayWork);
        TablePlace? from = null;
        do
        {
            from = await context.CallActivityAsync<TablePlace?>(nameof(DeriveRows), new PlaceToDerive(from), WhileItMayWork);
        }
        while (from is not null);
        await context.CallActivityAsync(nameof(ReconcileRestored), restore, WhileItMayWork);
    }
}
