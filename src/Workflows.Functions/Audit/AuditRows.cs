using System.Globalization;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Audit;

/// <summary>
/// The rows of the table <c>Audit</c>. Of one month: the entries by sequence, a copy of each under the referral that it is about, and the head.
/// Beside the months one partition per chain that names them, with how far each was known to be.
/// </summary>
static class AuditRows
{
    public const string Head = "head";
    public const string Hash = "Hash";
    public const string Previous = "Previous";
    const string CopyOf = "referral!";

    public static string Key(long sequence) => sequence.ToString("D10", CultureInfo.InvariantCulture);

    /// <summary>The partition that names a chain's months.</summary>
    public static string Months(string chain) => TableKey.Valid($"{chain}!months");

    /// <summary>Where the copies of a referral's entries begin, and before what they end.</summary>
    public static (string From, string Before) CopiesOf(string referral) => ($"{CopyOf}{referral}!", $"{CopyOf}{referral}\"");

    /// <summary>The sequence of an entry's row; null for a row that is none.</summary>
    public static long? Sequence(string rowKey) => char.IsAsciiDigit(rowKey[0]) ? long.Parse(rowKey, NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The sequence of which a row is the copy; null for a row that is none.</summary>
    public static long? CopiedSequence(string rowKey) =>
        rowKey.StartsWith(CopyOf, StringComparison.Ordinal) ? long.Parse(rowKey.AsSpan(rowKey.LastIndexOf('!') + 1), NumberStyles.None, CultureInfo.InvariantCulture) : null;

    /// <summary>The row of an entry and, when it is about somebody, its copy.</summary>
    public static IEnumerable<TableEntity> Of(string partition, long sequence, AuditEntry entry, string previous, string hash)
    {
        yield return Row(partition, Key(sequence), entry, previous, hash);
        if (entry.Referral is { } referral)
        {
            yield return Row(partition, TableKey.Valid($"{CopiesOf(referral).From}{Key(sequence)}"), entry, previous, hash);
        }
    }

    public static AuditEntry Read(TableEntity row) => new(
        row.GetString(nameof(AuditEntry.Event)),
        row.GetDateTimeOffset(nameof(AuditEntry.At))!.Value,
        row.GetString(nameof(AuditEntry.Referral)),
        Enum.Parse<Role>(row.GetString(nameof(AuditEntry.Role))),
        row.GetString(nameof(AuditEntry.User)),
        row.GetString(nameof(AuditEntry.Account)),
        row.GetString(nameof(AuditEntry.OnBehalfOf)),
        row.GetString(nameof(AuditEntry.Ground)),
        row.GetString(nameof(AuditEntry.Refusal)));

    static TableEntity Row(string partition, string key, AuditEntry entry, string previous, string hash) => new(partition, key)
    {
        [nameof(AuditEntry.Event)] = entry.Event,
        [nameof(AuditEntry.At)] = entry.At,
        [nameof(AuditEntry.Referral)] = entry.Referral,
        [nameof(AuditEntry.Role)] = $"{entry.Role}",
        [nameof(AuditEntry.User)] = entry.User,
        [nameof(AuditEntry.Account)] = entry.Account,
        [nameof(AuditEntry.OnBehalfOf)] = entry.OnBehalfOf,
        [nameof(AuditEntry.Ground)] = entry.Ground,
        [nameof(AuditEntry.Refusal)] = entry.Refusal,
        [Previous] = previous,
        [Hash] = hash,
    };
}
