using System.Runtime.CompilerServices;

namespace Workflows.Functions.Backups;

/// <summary>A folder of a developer's machine.</summary>
sealed class BackupFolder(string path) : IBackupFiles
{
    const string Unfinished = ".part";

    public async Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default)
    {
        var file = PathOf(name);
        System.IO.Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllBytesAsync(file + Unfinished, content, cancellation);
        File.Move(file + Unfinished, file, overwrite: true);
    }

    public async Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default) =>
        File.Exists(PathOf(name)) ? await File.ReadAllBytesAsync(PathOf(name), cancellation) : null;

    public async IAsyncEnumerable<string> NamesAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await Task.CompletedTask;
        foreach (var file in System.IO.Directory.Exists(path) ? System.IO.Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories) : [])
        {
            if (!file.EndsWith(Unfinished, StringComparison.Ordinal))
            {
                yield return Path.GetRelativePath(path, file).Replace('\\', '/');
            }
        }
    }

    string PathOf(string name) => Path.Combine([path, .. name.Split('/')]);
}
