using System.IO.Compression;
using System.Text;
using Azure.Data.Tables;

namespace Workflows.EndToEnd.Tests;

/// <summary>One row of any table of the app, the engine or the bus.</summary>
sealed record StoredRow(string Table, TableEntity Entity)
{
    /// <summary>All that can be read in it without a key.</summary>
    public IEnumerable<string> Texts => Entity.Select(cell => $"{cell.Key}={(cell.Value is byte[] bytes ? Readable(bytes) : cell.Value)}");

    /// <summary>Everything in it that is not text.</summary>
    public IEnumerable<byte[]> Bytes => Entity.Select(cell => cell.Value).OfType<byte[]>().Concat(Entity.Select(cell => cell.Value).OfType<string>().SelectMany(Base64Inside));

    /// <summary>All rows of the tables whose names begin with the prefix; those of the local pages, which play the world outside, are left out.</summary>
    public static async Task<IReadOnlyList<StoredRow>> AllAsync(string storage, string prefix)
    {
        var service = new TableServiceClient(storage);
        List<StoredRow> rows = [];
        await foreach (var table in service.QueryAsync())
        {
            if (table.Name.StartsWith(prefix, StringComparison.OrdinalIgnoreCase) && !table.Name.StartsWith(prefix + "Local", StringComparison.OrdinalIgnoreCase))
            {
                rows.AddRange(await service.GetTableClient(table.Name).QueryAsync<TableEntity>().Select(row => new StoredRow(table.Name, row)).ToListAsync());
            }
        }

        return rows;
    }

    /// <summary>Sealed XML carries its bytes as text.</summary>
    static IEnumerable<byte[]> Base64Inside(string text)
    {
        foreach (var part in text.Split('<', '>', '"', ' ', '\n').Where(part => part.Length >= 40))
        {
            var bytes = new byte[part.Length];
            if (Convert.TryFromBase64String(part, bytes, out var length))
            {
                yield return bytes[..length];
            }
        }
    }

    /// <summary>Bytes as text, and as the text that they hold when they are packed.</summary>
    static string Readable(byte[] bytes) => string.Concat(
        Encoding.UTF8.GetString(bytes),
        Unpacked(bytes, packed => new BrotliStream(packed, CompressionMode.Decompress)),
        Unpacked(bytes, packed => new GZipStream(packed, CompressionMode.Decompress)),
        Unpacked(bytes, packed => new DeflateStream(packed, CompressionMode.Decompress)));

    static string Unpacked(byte[] bytes, Func<Stream, Stream> unpack)
    {
        try
        {
            using var text = new StreamReader(unpack(new MemoryStream(bytes)));
            return text.ReadToEnd();
        }
        catch (Exception unreadable) when (unreadable is InvalidDataException or InvalidOperationException)
        {
            return "";   // not packed in this way
        }
    }
}
