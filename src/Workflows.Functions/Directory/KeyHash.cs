using System.Security.Cryptography;
using System.Text;

namespace Workflows.Functions.Directory;

/// <summary>A salted hash of an API key: HMAC-SHA-256 with the salt as its key.</summary>
/// <remarks>Fast on purpose: keys are long and random, so that no dictionary helps, and every request is checked.</remarks>
/// <param name="Salt">16 random bytes in base64.</param>
/// <param name="Value">The hash in base64.</param>
sealed record KeyHash(string Salt, string Value)
{
    public static KeyHash Of(string key)
    {
        var salt = RandomNumberGenerator.GetBytes(16);
        return new KeyHash(Convert.ToBase64String(salt), Convert.ToBase64String(Hash(salt, key)));
    }

    /// <summary>Whether it is the hash of the key; takes as long for a wrong key as for the right one.</summary>
    public bool Matches(string key) =>
        CryptographicOperations.FixedTimeEquals(Hash(Convert.FromBase64String(Salt), key), Convert.FromBase64String(Value));

    static byte[] Hash(byte[] salt, string key) => HMACSHA256.HashData(salt, Encoding.UTF8.GetBytes(key));
}
