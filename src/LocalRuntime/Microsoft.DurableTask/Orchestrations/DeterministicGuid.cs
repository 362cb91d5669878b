using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>A GUID of version 5 (RFC 9562, section 5.5) made from where and when it is asked for.</summary>
static class DeterministicGuid
{
    /// <summary>The namespace of the real SDK, so that both give the same GUIDs.</summary>
    static readonly byte[] Namespace = Guid.Parse("9e952958-5e33-4daf-827f-2fa12937b875").ToByteArray(bigEndian: true);

    public static Guid Create(string instanceId, DateTime utcNow, int count)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"{instanceId}_{utcNow:o}_{count}");
#pragma warning disable CA5350 // version 5 is defined by SHA-1; nothing here is a secret
        var hash = SHA1.HashData([.. Namespace, .. Encoding.UTF8.GetBytes(name)]).AsSpan(0, 16);
#pragma warning restore CA5350
        hash[6] = (byte)((hash[6] & 0x0F) | 0x50);
        hash[8] = (byte)((hash[8] & 0x3F) | 0x80);
        return new Guid(hash, bigEndian: true);
    }
}
