using System.Globalization;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Begins backups and restores, and tells how far they are.</summary>
/// <param name="settings">Whether there is a place for backups at all.</param>
/// <param name="place">That place.</param>
/// <param name="use">Whether the app is in use.</param>
/// <param name="master">Signed the manifests.</param>
/// <param name="clock">The app's time, after which backups are named.</param>
sealed class BackupDesk(BackupSettings settings, Lazy<BackupPlace> place, AppUse use, IMasterKey master, TimeProvider clock)
{
    public bool IsOpen => settings.Storage is not null;

    /// <summary>Begins a backup.</summary>
    /// <returns>Its name; null when a backup or a restore is at work.</returns>
    public async Task<string?> BeginAsync(DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (await IsAtWorkAsync(client, cancellation))
        {
            return null;
        }

        var now = clock.GetUtcNow();
        var order = new BackupOrder(now.UtcDateTime.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture), now, [.. BackedUpTables.InOrder.Reverse()]);
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(BackUp), order, new StartOrchestrationOptions(InstanceId: BackUp.InstanceId), cancellation);
        return order.Name;
    }

    /// <summary>Begins to restore a backup, into an app that is not in use.</summary>
    public async Task<RestoreAnswer> RestoreAsync(string backup, string who, DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (await IsAtWorkAsync(client, cancellation))
        {
            return RestoreAnswer.AtWork;
        }

        if (!(await BackupManifest.NamesAsync(place.Value, cancellation)).Contains(backup))
        {
            return RestoreAnswer.NoSuchBackup;
        }

        if (await use.HasBegunAsync(cancellation))
        {
            return RestoreAnswer.InUse;
        }

        await client.ScheduleNewOrchestrationInstanceAsync(nameof(Backups.Restore), new BackupToRestore(backup, who), new StartOrchestrationOptions(InstanceId: Backups.Restore.InstanceId), cancellation);
        return RestoreAnswer.Begun;
    }

    /// <summary>The complete backups, the latest first, and what is at work or was last.</summary>
    public async Task<BackupsView> ShowAsync(DurableTaskClient client, CancellationToken cancellation = default)
    {
        var backup = await client.GetInstanceAsync(BackUp.InstanceId, cancellation);
        var restore = await client.GetInstanceAsync(Backups.Restore.InstanceId, getInputsAndOutputs: true, cancellation);
        return new(backup?.RuntimeStatus.ToString(), restore?.RuntimeStatus.ToString(), restore?.ReadCustomStatusAs<List<string>>() ?? [], await BackupsAsync(cancellation));
    }

    static async Task<bool> IsAtWorkAsync(DurableTaskClient client, CancellationToken cancellation) =>
        await client.GetInstanceAsync(BackUp.InstanceId, cancellation) is { IsCompleted: false } || await client.GetInstanceAsync(Backups.Restore.InstanceId, cancellation) is { IsCompleted: false };

    async Task<IReadOnlyList<BackupView>> BackupsAsync(CancellationToken cancellation)
    {
        var views = new List<BackupView>();
        foreach (var name in await BackupManifest.NamesAsync(place.Value, cancellation))
        {
            try
            {
                var manifest = await BackupManifest.ReadAsync(name, place.Value, master, cancellation);
                views.Add(new(name, manifest.EndedAt, manifest.Rows));
            }
            catch (BackupException)
            {
                views.Add(new(name, null, null));
            }
        }

        return views;
    }
}

/// <summary>What became of the wish to restore a backup.</summary>
enum RestoreAnswer
{
    Begun,
    AtWork,
    NoSuchBackup,

    /// <summary>There are referrals, dossiers or audit entries: nothing is restored over them.</summary>
    InUse,
}

/// <summary>Which backups there are.</summary>
/// <param name="Backup">How the latest backup is getting on; null when none was begun.</param>
/// <param name="Restore">How the latest restore is getting on; null when none was begun.</param>
/// <param name="UnreadErasures">The backups, later than the one that was restored, whose lists of erasures could not be read: who was erased before they were made may have come back.</param>
/// <param name="Backups">The complete ones, the latest first.</param>
sealed record BackupsView(string? Backup, string? Restore, IReadOnlyList<string> UnreadErasures, IReadOnlyList<BackupView> Backups);

/// <summary>A backup.</summary>
/// <param name="Name">Its name: the moment in UTC at which it began.</param>
/// <param name="EndedAt">When it was complete; null when its manifest is not as it was written, or its key is disabled.</param>
/// <param name="Rows">How many rows it holds: few, when it is one of an empty app.</param>
sealed record BackupView(string Name, DateTimeOffset? EndedAt, long? Rows);
