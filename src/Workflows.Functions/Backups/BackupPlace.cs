using Azure.Core;
using Azure.Storage.Blobs;

namespace Workflows.Functions.Backups;

/// <summary>Where backups lie. The wrapped keys lie apart: who has only one of the two has nobody's data.</summary>
/// <param name="Data">All but the keys.</param>
/// <param name="Keys">The wrapped keys.</param>
sealed record BackupPlace(IBackupFiles Data, IBackupFiles Keys)
{
    public const string DataName = "backups";
    public const string KeysName = "backup-keys";

    /// <summary>The files in which a table's rows lie.</summary>
    public IBackupFiles Of(string table) => table == BackedUpTables.Keys ? Keys : Data;

    /// <summary>Opens the place that a setting names.</summary>
    /// <param name="storage">The <c>https</c> address of a blob service, or a folder.</param>
    /// <param name="credential">Who the app is at an address; asked for only there.</param>
    public static BackupPlace Open(string storage, Func<TokenCredential> credential)
    {
        if (!storage.StartsWith("https://", StringComparison.OrdinalIgnoreCase))
        {
            return new(new BackupFolder(Path.Combine(storage, DataName)), new BackupFolder(Path.Combine(storage, KeysName)));
        }

        var service = new BlobServiceClient(new Uri(storage), credential());
        return new(new BackupContainer(service.GetBlobContainerClient(DataName)), new BackupContainer(service.GetBlobContainerClient(KeysName)));
    }
}
