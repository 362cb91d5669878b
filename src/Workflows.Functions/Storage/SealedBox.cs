using System.Security.Cryptography;

namespace Workflows.Functions.Storage;

/// <summary>AES-256-GCM: what is sealed can be neither read nor changed nor moved elsewhere without the key.</summary>
/// <remarks>One byte for the form, then nonce, tag and ciphertext. A random nonce is safe here: one key seals far fewer than 2^32 texts (NIST SP 800-38D, 8.3).</remarks>
static class SealedBox
{
    const byte Form = 1;
    const int Nonce = 12;
    const int Tag = 16;
    const int Before = 1 + Nonce + Tag;

    /// <param name="key">32 bytes.</param>
    /// <param name="plain">What to seal.</param>
    /// <param name="place">Where it belongs; opening it anywhere else fails.</param>
    public static byte[] Seal(byte[] key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> place)
    {
        var box = new byte[Before + plain.Length];
        box[0] = Form;
        RandomNumberGenerator.Fill(box.AsSpan(1, Nonce));
        using var aes = new AesGcm(key, Tag);
        aes.Encrypt(box.AsSpan(1, Nonce), plain, box.AsSpan(Before), box.AsSpan(1 + Nonce, Tag), place);
        return box;
    }

    /// <exception cref="CryptographicException">Another key, another place, or changed since.</exception>
    public static byte[] Open(byte[] key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> place)
    {
        if (box.Length < Before || box[0] != Form)
        {
            throw new CryptographicException("Not a sealed box of a known form.");
        }

        var plain = new byte[box.Length - Before];
        using var aes = new AesGcm(key, Tag);
        aes.Decrypt(box.Slice(1, Nonce), box[Before..], box.Slice(1 + Nonce, Tag), plain, place);
        return plain;
    }
}
