namespace Workflows.Functions.Backups;

/// <summary>A place in which backups lie, as files. A file that is written is whole or not there.</summary>
interface IBackupFiles
{
    /// <summary>Writes a file; one of that name is replaced.</summary>
    Task WriteAsync(string name, ReadOnlyMemory<byte> content, CancellationToken cancellation = default);

    /// <summary>A file's content; null when there is no such file.</summary>
    Task<byte[]?> ReadAsync(string name, CancellationToken cancellation = default);

    /// <summary>The names of all files, in no particular order.</summary>
    IAsyncEnumerable<string> NamesAsync(CancellationToken cancellation = default);
}
