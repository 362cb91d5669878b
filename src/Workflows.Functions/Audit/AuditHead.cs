using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Audit;

/// <summary>Where a month's chain ends now. Sealed with the app's key: who can only write the table can neither rebuild a chain nor shorten it unseen.</summary>
/// <param name="Month">The month.</param>
/// <param name="Sequence">The last entry.</param>
/// <param name="Hash">Its hash.</param>
/// <param name="IsClosed">A later month has begun, or is about to: no entry follows here.</param>
sealed record AuditHead(AuditMonth Month, long Sequence, string Hash, bool IsClosed = false)
{
    const string Seal = "Seal";

    /// <summary>The version read; default for one that is not stored yet.</summary>
    public ETag Version { get; init; }

    /// <summary>The row at the end of the month itself.</summary>
    public Task<TableEntity> RowAsync(KeyedHash hash, CancellationToken cancellation) => RowAsync(Month.Partition, AuditRows.Head, hash, cancellation);

    /// <summary>The row among the months' names, that says how far the month was known to be.</summary>
    public Task<TableEntity> NoteAsync(KeyedHash hash, CancellationToken cancellation) => RowAsync(AuditRows.Months(Month.Chain), Month.Name, hash, cancellation);

    public static AuditHead Read(AuditMonth month, TableEntity row) =>
        new(month, row.GetInt64(nameof(Sequence))!.Value, row.GetString(nameof(Hash)), row.GetBoolean(nameof(IsClosed))!.Value) { Version = row.ETag };

    /// <summary>Whether the row was written by the app and not changed since.</summary>
    public async Task<bool> IsSealedInAsync(TableEntity row, KeyedHash hash, CancellationToken cancellation)
    {
        var seal = await SealAsync(row.PartitionKey, hash, cancellation);
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(row.GetString(Seal) ?? ""), Encoding.UTF8.GetBytes(seal));
    }

    async Task<TableEntity> RowAsync(string partition, string key, KeyedHash hash, CancellationToken cancellation) => new(partition, key)
    {
        [nameof(Sequence)] = Sequence,
        [nameof(Hash)] = Hash,
        [nameof(IsClosed)] = IsClosed,
        [Seal] = await SealAsync(partition, hash, cancellation),
    };

    Task<string> SealAsync(string partition, KeyedHash hash, CancellationToken cancellation) =>
        hash.OfAsync("audit head", [partition, Month.Name, Sequence.ToString(CultureInfo.InvariantCulture), Hash, IsClosed ? "closed" : "open"], cancellation);
}
