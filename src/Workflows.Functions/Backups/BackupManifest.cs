using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Azure;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Backups;

/// <summary>What a backup consists of: it is complete when its manifest is there.</summary>
/// <param name="Name">Its name: the moment in UTC at which it began.</param>
/// <param name="App">The app that made it, by its commit.</param>
/// <param name="BegunAt">When it began: what happened later may be missing.</param>
/// <param name="EndedAt">When it ended.</param>
/// <param name="Rows">How many rows it holds.</param>
/// <param name="Files">Its files, each named after what it holds and its hash.</param>
sealed record BackupManifest(string Name, string App, DateTimeOffset BegunAt, DateTimeOffset EndedAt, long Rows, ValueList<string> Files)
{
    const string File = "/manifest.json";
    const string Signature = "/manifest.signature";

    /// <summary>Signs with the master key: nobody who can only write to the place can slip something in, such as an administrator.</summary>
    public async Task WriteAsync(BackupPlace place, IMasterKey master, CancellationToken cancellation = default)
    {
        var key = await master.CurrentAsync(cancellation);
        var content = JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web);
        await place.Data.WriteAsync(Name + Signature, Encoding.UTF8.GetBytes($"{key.Version} {SignatureOf(key, content)}"), cancellation);
        await place.Data.WriteAsync(Name + File, content, cancellation);
    }

    /// <summary>The manifest of a complete backup.</summary>
    /// <exception cref="BackupException">It is not there, was not written by this app, or was changed since.</exception>
    public static async Task<BackupManifest> ReadAsync(string name, BackupPlace place, IMasterKey master, CancellationToken cancellation = default)
    {
        var content = await place.Data.ReadAsync(name + File, cancellation) ?? throw new BackupException($"There is no backup {name}.");
        var signature = Encoding.UTF8.GetString(await place.Data.ReadAsync(name + Signature, cancellation) ?? []).Split(' ');
        return signature is [var version, var signed]
            && AreEqual(signed, SignatureOf(await KeyAsync(name, version, master, cancellation), content))
            && JsonSerializer.Deserialize<BackupManifest>(content, JsonSerializerOptions.Web) is { } manifest && manifest.Name == name
            ? manifest
            : throw new BackupException($"The manifest of {name} is not as it was written.");
    }

    /// <summary>The names of all complete backups, the latest first.</summary>
    public static async Task<IReadOnlyList<string>> NamesAsync(BackupPlace place, CancellationToken cancellation = default) =>
        await place.Data.NamesAsync(cancellation).Where(file => file.EndsWith(File, StringComparison.Ordinal)).Select(file => file[..^File.Length]).OrderDescending(StringComparer.Ordinal).ToListAsync(cancellation);

    /// <summary>A version that the vault does not know, or that is disabled there, stays so however often it is asked.</summary>
    static async Task<MasterKey> KeyAsync(string name, string version, IMasterKey master, CancellationToken cancellation)
    {
        try
        {
            return await master.FindAsync(version, cancellation);
        }
        catch (Exception notToBeHad) when (notToBeHad is InvalidOperationException or RequestFailedException { Status: 400 or 403 or 404 })
        {
            throw new BackupException($"The manifest of {name} is not as it was written, or the version of the master key that signed it is disabled.", notToBeHad);
        }
    }

    static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    static string SignatureOf(MasterKey key, byte[] content) => Convert.ToBase64String(KeyedHash.With(key.Bytes, "backup manifest", [Convert.ToBase64String(content)]));
}
