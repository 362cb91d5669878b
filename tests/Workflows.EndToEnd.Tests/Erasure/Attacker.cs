using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.EndToEnd.Tests.Erasure;

/// <summary>
/// Somebody with every stored byte and the master key, who knows how the app seals. Tries every key on everything that could be sealed, and takes whatever comes out
/// for a key, too. Needs not even to know where a box belongs: AES-GCM without its check is a plain stream of key bytes.
/// </summary>
static class Attacker
{
    const int Nonce = 12;
    const int Before = 1 + Nonce + 16;
    const int KeyLength = 32;

    /// <summary>What there is to be read, in the clear and by force.</summary>
    public static IEnumerable<string> Reads(IEnumerable<StoredRow> stored, IEnumerable<byte[]> masterKeys)
    {
        var rows = stored.ToList();
        byte[][] boxes = [.. rows.SelectMany(row => row.Bytes).Where(bytes => bytes.Length > Before)];
        return [.. rows.SelectMany(row => row.Texts), .. Keys([.. masterKeys], boxes).SelectMany(key => boxes.Select(box => Encoding.UTF8.GetString(Decrypt(key, box))))];
    }

    /// <summary>The master keys of a developer's file.</summary>
    public static IEnumerable<byte[]> MasterKeys(string file) => File.ReadLines(file).Select(line => Convert.FromBase64String(line.Split(' ')[1]));

    /// <summary>Key by key what they unwrap, until nothing new comes out.</summary>
    static List<byte[]> Keys(List<byte[]> keys, byte[][] boxes)
    {
        byte[][] wrapped = [.. boxes.Where(box => box.Length == Before + KeyLength)];
        keys.AddRange([.. keys.SelectMany(key => wrapped.Select(box => Decrypt(key, box)))]);
        return keys;
    }

    static byte[] Decrypt(byte[] key, byte[] box)
    {
        using var aes = Aes.Create();
        aes.Key = key;
        var content = box.AsSpan(Before);
        var counters = new byte[(content.Length + 15) / 16 * 16];
        for (var block = 0; block < counters.Length / 16; block++)
        {
            box.AsSpan(1, Nonce).CopyTo(counters.AsSpan(block * 16));
            BinaryPrimitives.WriteInt32BigEndian(counters.AsSpan((block * 16) + Nonce), block + 2);   // 1 went into the tag
        }

#pragma warning disable CA5358 // Not to keep anything secret: GCM's stream is made of single blocks.
        var stream = aes.EncryptEcb(counters, PaddingMode.None);
#pragma warning restore CA5358
        return [.. content.ToArray().Zip(stream, (left, right) => (byte)(left ^ right))];
    }
}
