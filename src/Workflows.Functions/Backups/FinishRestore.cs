using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Backups;

/// <summary>After all rows are back: erases once more who was erased, makes the ends of the audit chains those that were restored, and writes down there what was done.</summary>
sealed class FinishRestore(
    RestoredErasures erasures, DirectoryStore directory, AuditTable audit, DataKeys keys, TimeProvider clock, ILogger<AuditLog> ofAudit, ILogger<FinishRestore> logger)
{
    [Function(nameof(FinishRestore))]
    public async Task Run([ActivityTrigger] RestoreToFinish restore, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var erased = await erasures.ApplyAsync(client, cancellation);

        // This process may still hold the key that the app had before: chains and entries need the one that was restored.
        var hash = new KeyedHash(keys);
        var chains = new RestoredChains(audit, hash, logger);
        directory.Forget();
        foreach (var chain in (await directory.AllAsync(cancellation)).Organisations.Select(organisation => organisation.Id).Append(AuditMonth.App))
        {
            await chains.CutAsync(chain, cancellation);
        }

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
