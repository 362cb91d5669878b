using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Functions.Feedback;

/// <summary>Signs as Standard Webhooks 1.0 says: HMAC-SHA256 over <c>id.timestamp.body</c>, one signature per secret that counts at this moment.</summary>
static class WebhookSignature
{
    const string SecretPrefix = "whsec_";

    /// <summary>The value of the header <c>webhook-signature</c>.</summary>
    /// <param name="id">Names the message, the same at each attempt. Without dots: they separate what is signed.</param>
    /// <param name="timestamp">When this attempt is made, in whole seconds since 1970.</param>
    /// <param name="body">The bytes that are sent.</param>
    /// <param name="secrets"><c>whsec_</c> and base64; during rotation two.</param>
    public static string Of(string id, long timestamp, byte[] body, IEnumerable<string> secrets)
    {
        byte[] signed = [.. Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{id}.{timestamp}.")), .. body];
        return string.Join(' ', secrets.Select(secret => $"v1,{Convert.ToBase64String(HMACSHA256.HashData(Key(secret), signed))}"));
    }

    static byte[] Key(string secret) => Convert.FromBase64String(
        secret.StartsWith(SecretPrefix, StringComparison.Ordinal) ? secret[SecretPrefix.Length..] : throw new FormatException($"A webhook secret starts with {SecretPrefix}."));
}
