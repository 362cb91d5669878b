using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Functions.Storage;

/// <summary>Hashes by which something can be found again without being kept: without the app's key nobody can try out guesses.</summary>
sealed class KeyedHash(DataKeys keys)
{
    /// <summary>Owns the app's own key among the data keys. Rotating the master key rewraps it and changes no hash.</summary>
    const string App = "app!hashes";

    byte[]? key;

    /// <summary>The hash of <paramref name="parts"/>, in characters that a table key may hold.</summary>
    /// <param name="purpose">What the hash is for: the same parts hash differently for another purpose.</param>
    /// <param name="parts">What to hash; two parts never hash as one.</param>
    /// <param name="cancellation">Gives up.</param>
    public async Task<string> OfAsync(string purpose, IEnumerable<string> parts, CancellationToken cancellation = default) =>
        Base64Url.EncodeToString(await BytesAsync(purpose, parts, cancellation));

    /// <summary>A key of 32 bytes that an owner has for a purpose alone: what two owners hash cannot be compared.</summary>
    public Task<byte[]> KeyOfAsync(string purpose, string owner, CancellationToken cancellation = default) => BytesAsync(purpose, [owner], cancellation);

    /// <summary>Whether two hashes are the same, in a time that does not tell how much of a guess was right.</summary>
    public static bool AreEqual(string one, string other) => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(one), Encoding.UTF8.GetBytes(other));

    /// <summary>The HMAC-SHA-256 of the purpose and the parts, each after its length, so that two parts never hash as one.</summary>
    public static byte[] With(byte[] key, string purpose, IEnumerable<string> parts)
    {
        using var hash = IncrementalHash.CreateHMAC(HashAlgorithmName.SHA256, key);
        foreach (var part in parts.Prepend(purpose).Select(Encoding.UTF8.GetBytes))
        {
            var length = new byte[sizeof(int)];
            BinaryPrimitives.WriteInt32BigEndian(length, part.Length);
            hash.AppendData(length);
            hash.AppendData(part);
        }

        return hash.GetHashAndReset();
    }

    async Task<byte[]> BytesAsync(string purpose, IEnumerable<string> parts, CancellationToken cancellation) => With(await KeyAsync(cancellation), purpose, parts);

    async ValueTask<byte[]> KeyAsync(CancellationToken cancellation) => key ??= await keys.OfAsync(App, cancellation);
}
