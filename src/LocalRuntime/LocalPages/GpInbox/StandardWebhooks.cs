using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalRuntime.LocalPages.GpInbox;

/// <summary>The receiver's check of the Standard Webhooks specification (symmetric signatures, <c>v1</c>).</summary>
static class StandardWebhooks
{
    /// <summary>How far the sender's timestamp may be from the receiver's clock, either way.</summary>
    public static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>Whether one of the secrets signed this body, under this id, about now.</summary>
    /// <param name="secrets">Every secret that is valid now, as <c>whsec_</c> and base64.</param>
    /// <param name="id">The header <c>webhook-id</c>.</param>
    /// <param name="timestamp">The header <c>webhook-timestamp</c>: seconds since 1970.</param>
    /// <param name="signatures">The header <c>webhook-signature</c>: <c>v1,</c> and base64, several separated by spaces.</param>
    /// <param name="body">The body, byte for byte.</param>
    /// <param name="now">The receiver's time.</param>
    /// <exception cref="FormatException">A secret is not base64.</exception>
    public static bool Holds(IEnumerable<string> secrets, string id, string timestamp, string signatures, ReadOnlySpan<byte> body, DateTimeOffset now)
    {
        if (id is "" || !long.TryParse(timestamp, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs(now.ToUnixTimeSeconds() - (decimal)seconds) > (decimal)Tolerance.TotalSeconds)
        {
            return false;
        }

        var given = signatures.Split(' ', StringSplitOptions.RemoveEmptyEntries).Where(signature => signature.StartsWith("v1,", StringComparison.Ordinal)).Select(Encoding.UTF8.GetBytes).ToList();
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{timestamp}."), .. body];
        var holds = false;
        foreach (var secret in secrets)
        {
            var expected = Encoding.UTF8.GetBytes("v1," + Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed)));
            foreach (var signature in given)
            {
                // Every pair is compared to its end: how long the answer takes tells nothing about a secret.
                holds |= CryptographicOperations.FixedTimeEquals(expected, signature);
            }
        }

        return holds;
    }

    static byte[] Key(string secret) => Convert.FromBase64String(secret.StartsWith("whsec_", StringComparison.Ordinal) ? secret[6..] : secret);
}
