using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>One data key per owner (a referral, or the app itself), stored only as wrapped by the master key.</summary>
sealed class DataKeys(Tables tables, IMasterKey master, TimeProvider clock)
{
    const string RowKey = "key";
    const string Wrapped = "Wrapped";
    const string WrappedBy = "WrappedBy";
    const string ErasedAt = "ErasedAt";
    const int Length = 32;

    /// <summary>The owner's key, made on first use.</summary>
    /// <exception cref="DossierErasedException">The key was erased: an owner never gets a second one.</exception>
    public async Task<byte[]> OfAsync(string owner, CancellationToken cancellation = default)
    {
        var row = await RowAsync(owner, cancellation) ?? await MakeAsync(owner, cancellation);
        return await UnwrapAsync(row, cancellation) ?? throw new DossierErasedException();
    }

    /// <summary>The owner's key; null when it was never made or was erased.</summary>
    public async Task<byte[]?> FindAsync(string owner, CancellationToken cancellation = default) =>
        await RowAsync(owner, cancellation) is { } row ? await UnwrapAsync(row, cancellation) : null;

    /// <summary>Makes everything unreadable that the owner's key sealed, wherever it lies. What stays says only that and when it happened.</summary>
    public async Task EraseAsync(string owner, CancellationToken cancellation = default)
    {
        if (await RowAsync(owner, cancellation) is not { } row || row.ContainsKey(Wrapped))
        {
            var erased = new TableEntity(TableKey.Valid(owner), RowKey) { [ErasedAt] = clock.GetUtcNow() };
            await tables.DossierKeys.UpsertEntityAsync(erased, TableUpdateMode.Replace, cancellation);
        }
    }

    /// <summary>Wraps with the current master key what an earlier one wrapped. No dossier is opened. Can be repeated.</summary>
    /// <returns>How many keys were wrapped anew.</returns>
    public async Task<int> RewrapAsync(CancellationToken cancellation = default)
    {
        var current = await master.CurrentAsync(cancellation);
        var count = 0;
        await foreach (var row in tables.DossierKeys.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (row.GetString(WrappedBy) is { } version && version != current.Version && await UnwrapAsync(row, cancellation) is { } key
                && await ReplaceAsync(Row(row.PartitionKey, key, current), row.ETag, cancellation))
            {
                count++;
            }
        }

        return count;
    }

    async Task<TableEntity?> RowAsync(string owner, CancellationToken cancellation) =>
        await tables.DossierKeys.GetEntityIfExistsAsync<TableEntity>(owner, RowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row } ? row : null;

    async Task<TableEntity> MakeAsync(string owner, CancellationToken cancellation)
    {
        var row = Row(owner, RandomNumberGenerator.GetBytes(Length), await master.CurrentAsync(cancellation));
        try
        {
            await tables.DossierKeys.AddEntityAsync(row, cancellation);
            return row;
        }
        catch (RequestFailedException taken) when (taken.Status is 409)
        {
            // Whoever came first made the key that counts; rows of this table are replaced, never deleted.
            return await tables.DossierKeys.GetEntityAsync<TableEntity>(owner, RowKey, cancellationToken: cancellation);
        }
    }

    async Task<bool> ReplaceAsync(TableEntity row, ETag read, CancellationToken cancellation)
    {
        try
        {
            await tables.DossierKeys.UpdateEntityAsync(row, read, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 412)
        {
            // Erased meanwhile: it must not come back.
            return false;
        }
    }

    async Task<byte[]?> UnwrapAsync(TableEntity row, CancellationToken cancellation) => row.GetBinary(Wrapped) is { } wrapped
        ? SealedBox.Open((await master.FindAsync(row.GetString(WrappedBy), cancellation)).Bytes, wrapped, Place(row.PartitionKey))
        : null;

    static TableEntity Row(string owner, byte[] key, MasterKey by) => new(TableKey.Valid(owner), RowKey)
    {
        [Wrapped] = SealedBox.Seal(by.Bytes, key, Place(owner)),
        [WrappedBy] = by.Version,
    };

    static byte[] Place(string owner) => Encoding.UTF8.GetBytes($"data key of {owner}");
}
