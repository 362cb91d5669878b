using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Says which files are put back, in which order, once the manifests are found to be the app's own. After it the tables are emptied: it is the last to look whether that may be.</summary>
sealed class PlanRestore(BackupPlace place, IMasterKey master, AppUse use)
{
    /// <exception cref="BackupException">A manifest is missing or is not as it was written, or the app is in use.</exception>
    [Function(nameof(PlanRestore))]
    public async Task<RestorePlan> Run([ActivityTrigger] BackupToRestore restore, CancellationToken cancellation)
    {
        var backups = new List<BackupManifest>();
        foreach (var name in await BackupManifest.NamesAsync(place, cancellation))
        {
            backups.Add((await BackupManifest.ReadAsync(name, place, master, cancellation))!);
        }

        var wanted = backups.Find(backup => backup.Name == restore.Backup) ?? throw new BackupException($"There is no backup {restore.Backup}.");
        if (await use.HasBegunAsync(cancellation))
        {
            throw new BackupException("The app came into use after the restore was asked for.");
        }

        return new(wanted.BegunAt, [.. FilesOf(BackedUpTables.Erasures, backups), .. BackedUpTables.InOrder.Where(table => table != BackedUpTables.Erasures).SelectMany(table => FilesOf(table, [wanted]))]);
    }

    /// <summary>The lists of erasures of all backups: who was erased after this one was made must not come back either.</summary>
    static IEnumerable<string> FilesOf(string table, IEnumerable<BackupManifest> backups) => backups.SelectMany(backup => backup.Files).Where(file => BackupFile.TableOf(file) == table);
}

/// <summary>A backup that is to be restored.</summary>
/// <param name="Backup">Its name.</param>
/// <param name="Who">On whose word: the administrator's id.</param>
sealed record BackupToRestore(string Backup, string Who);

/// <summary>What a restore puts back.</summary>
/// <param name="BegunAt">From when the backup is.</param>
/// <param name="Files">The names of the files, in their order.</param>
sealed record RestorePlan(DateTimeOffset BegunAt, List<string> Files);
