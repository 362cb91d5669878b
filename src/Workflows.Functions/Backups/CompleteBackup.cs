using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Health;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Writes a backup's manifest, after all its files: from now on it can be restored.</summary>
sealed class CompleteBackup(BackupPlace place, IMasterKey master, ILogger<CompleteBackup> logger)
{
    [Function(nameof(CompleteBackup))]
    public async Task Run([ActivityTrigger] BackupToComplete backup, CancellationToken cancellation)
    {
        await new BackupManifest(backup.Name, AppVersion.Current, backup.BegunAt, backup.EndedAt, backup.Rows, [.. backup.Files]).WriteAsync(place, master, cancellation);
        logger.BackupMade(backup.Name, backup.Rows, backup.Files.Count);
    }
}

/// <summary>A backup whose files are all written.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BegunAt">When it began.</param>
/// <param name="EndedAt">When the last file was written.</param>
/// <param name="Rows">How many rows they hold.</param>
/// <param name="Files">Their names: some hundred for a million referrals.</param>
sealed record BackupToComplete(string Name, DateTimeOffset BegunAt, DateTimeOffset EndedAt, long Rows, List<string> Files);
