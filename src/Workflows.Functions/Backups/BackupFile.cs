using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;

namespace Workflows.Functions.Backups;

/// <summary>A file of a backup: lines, compressed, under a name that holds the hash of what is in it.</summary>
/// <param name="Name">For instance <c>20261129T041500Z/Timeline/00003-{SHA-256}.jsonl.gz</c>.</param>
/// <param name="Content">Its bytes.</param>
sealed record BackupFile(string Name, byte[] Content)
{
    const string Extension = ".jsonl.gz";

    /// <summary>The table whose rows a file of that name holds.</summary>
    public static string TableOf(string name) => name.Split('/')[1];

    /// <exception cref="BackupException">It is not there any more, or not as it was written.</exception>
    public static async Task<BackupFile> ReadAsync(string name, BackupPlace place, CancellationToken cancellation)
    {
        var content = await place.Of(TableOf(name)).ReadAsync(name, cancellation) ?? throw new BackupException($"{name} is not there. The keys of a backup are kept for a shorter time than the rest.");
        return name.EndsWith($"-{HashOf(content)}{Extension}", StringComparison.Ordinal) ? new(name, content) : throw new BackupException($"{name} is not as it was written.");
    }

    public IEnumerable<string> Lines()
    {
        using var reader = new StreamReader(new GZipStream(new MemoryStream(Content), CompressionMode.Decompress));
        while (reader.ReadLine() is { } line)
        {
            yield return line;
        }
    }

    static string HashOf(byte[] content) => Convert.ToHexStringLower(SHA256.HashData(content));

    /// <summary>Takes lines for a file.</summary>
    public sealed class Writer : IDisposable
    {
        readonly MemoryStream content = new();
        readonly StreamWriter writer;

        public Writer() => writer = new(new GZipStream(content, CompressionLevel.Fastest, leaveOpen: true));

        public int Lines { get; private set; }

        /// <summary>About so many bytes so far.</summary>
        public long Length => content.Length;

        public void Add(string line)
        {
            writer.Write(line);
            writer.Write('\n');
            Lines++;
        }

        public BackupFile Close(string backup, string table, int number)
        {
            writer.Dispose();
            var bytes = content.ToArray();
            return new(string.Create(CultureInfo.InvariantCulture, $"{backup}/{table}/{number:D5}-{HashOf(bytes)}{Extension}"), bytes);
        }

        public void Dispose()
        {
            writer.Dispose();
            content.Dispose();
        }
    }
}
