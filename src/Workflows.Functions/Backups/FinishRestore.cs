using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Backups;

/// <summary>After all rows are back: erases once more who was erased, makes the ends of the audit chains those that were restored, and writes down there what was done.</summary>
sealed class FinishRestore(RestoredErasures erasures, AuditTable audit, DataKeys keys, TimeProvider clock, ILogger<AuditLog> ofAudit, ILogger<FinishRestore> logger)
{
    [Function(nameof(FinishRestore))]
    public async Task Run([ActivityTrigger] RestoreToFinish restore, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var erased = await erasures.ApplyAsync(client, cancellation);

        // This process may still hold the key that the app had before: chains and entries need the one that was restored.
        var hash = new KeyedHash(keys);
        await new RestoredChains(audit, hash, logger).CutAsync(cancellation);
        using var log = new AuditLog(audit, hash, clock, ofAudit);
        await log.AppendAsync(AuditMonth.App, new(AuditEvents.BackupRestored, clock.GetUtcNow(), null, Role.Administrator, restore.Who));
        logger.BackupRestored(restore.Backup, restore.BegunAt, restore.Who, erased);
    }
}

/// <summary>A restore whose rows are back.</summary>
/// <param name="Backup">The backup's name.</param>
/// <param name="BegunAt">From when it is.</param>
/// <param name="Who">On whose word it is restored.</param>
sealed record RestoreToFinish(string Backup, DateTimeOffset BegunAt, string Who);
