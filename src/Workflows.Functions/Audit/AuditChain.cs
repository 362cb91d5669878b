using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>How entries hang together: each holds the hash of the one before, the first of a month that of the month before.</summary>
static class AuditChain
{
    /// <summary>What stands in the place of the hash before a chain's very first entry.</summary>
    public const string Beginning = "";

    /// <summary>Names the encoding; another one would need another name.</summary>
    const string Encoding1 = "audit/1";

    /// <summary>SHA-256, in hexadecimal, over the entry, its place and the hash before it. Every part is preceded by its length, so that two different entries never read the same.</summary>
    public static string HashOf(string partition, long sequence, string previous, AuditEntry entry)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var part in (string?[])
            [
                Encoding1, partition, sequence.ToString(CultureInfo.InvariantCulture), previous,
                entry.Event, entry.At.ToUnixTimeMilliseconds().ToString(CultureInfo.InvariantCulture), entry.Referral,
                Code.Of(entry.Role), entry.User, entry.Account, entry.OnBehalfOf, entry.Ground, entry.Refusal,
            ])
        {
            Append(hash, part);
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>Absent is not the same as empty.</summary>
    static void Append(IncrementalHash hash, string? part)
    {
        var bytes = part is null ? [] : Encoding.UTF8.GetBytes(part);
        var length = new byte[sizeof(int)];
        BinaryPrimitives.WriteInt32BigEndian(length, part is null ? -1 : bytes.Length);
        hash.AppendData(length);
        hash.AppendData(bytes);
    }
}
