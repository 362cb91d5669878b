using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Says which files are put back, in which order, once the manifest is found to be the app's own. After it the tables are emptied: it is the last to look whether that may be.</summary>
sealed class PlanRestore(BackupPlace place, IMasterKey master, AppUse use, ILogger<PlanRestore> logger)
{
    /// <exception cref="BackupException">The manifest is missing or is not as it was written, or the app is in use.</exception>
    [Function(nameof(PlanRestore))]
    public async Task<RestorePlan> Run([ActivityTrigger] BackupToRestore restore, CancellationToken cancellation)
    {
        var wanted = await BackupManifest.ReadAsync(restore.Backup, place, master, cancellation);
        List<string> erasures = [.. await ErasuresAsync(wanted, cancellation)];
        List<string> unread = [];
        foreach (var other in (await BackupManifest.NamesAsync(place, cancellation)).Where(name => name != wanted.Name))
        {
            try
            {
                erasures.AddRange(await ErasuresAsync(await BackupManifest.ReadAsync(other, place, master, cancellation), cancellation));
            }
            catch (BackupException unreadable)
            {
                // The list only grows: what an earlier backup knew, the wanted one knows, too.
                if (string.CompareOrdinal(other, wanted.Name) > 0)
                {
                    logger.ErasuresNotRead(other, unreadable.Message);
                    unread.Add(other);
                }
            }
        }

        if (await use.HasBegunAsync(cancellation))
        {
            throw new BackupException("The app came into use after the restore was asked for.");
        }

        return new(wanted.BegunAt, [.. erasures, .. BackedUpTables.InOrder.Where(table => table != BackedUpTables.Erasures).SelectMany(table => FilesOf(table, wanted))], unread);
    }

    /// <summary>The list of erasures of a backup. Those of all backups count: who was erased after the wanted one was made must not come back either.</summary>
    async Task<IReadOnlyList<string>> ErasuresAsync(BackupManifest backup, CancellationToken cancellation)
    {
        var files = FilesOf(BackedUpTables.Erasures, backup).ToList();
        foreach (var file in files)
        {
            await BackupFile.ReadAsync(file, place, cancellation);
        }

        return files;
    }

    static IEnumerable<string> FilesOf(string table, BackupManifest backup) => backup.Files.Where(file => BackupFile.TableOf(file) == table);
}

/// <summary>A backup that is to be restored.</summary>
/// <param name="Backup">Its name.</param>
/// <param name="Who">On whose word: the administrator's id.</param>
sealed record BackupToRestore(string Backup, string Who);

/// <summary>What a restore puts back.</summary>
/// <param name="BegunAt">From when the backup is.</param>
/// <param name="Files">The names of the files, in their order.</param>
/// <param name="UnreadErasures">The names of later backups whose lists of erasures cannot be read: who was erased before they were made may come back.</param>
sealed record RestorePlan(DateTimeOffset BegunAt, List<string> Files, List<string> UnreadErasures);
