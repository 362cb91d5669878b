using System.Text;
using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Directory;

/// <summary>The table <c>Directory</c>: PartitionKey is the organisation, RowKey says what the row is.</summary>
sealed class DirectoryTable(Tables tables, IMasterKey master)
{
    readonly TableClient table = tables.Named("Directory");

    public Task CreateAsync(CancellationToken cancellation) => table.CreateIfNotExistsAsync(cancellation);

    /// <summary>The ids of all organisations.</summary>
    public async Task<IReadOnlyList<string>> OrganisationsAsync(CancellationToken cancellation)
    {
        var ids = new List<string>();
        var query = table.QueryAsync<TableEntity>(entity => entity.RowKey == DirectoryRow.OrganisationKey, select: ["PartitionKey"], cancellationToken: cancellation);
        await foreach (var entity in query)
        {
            if (entity.PartitionKey != DirectoryRow.SharedPartition)
            {
                ids.Add(entity.PartitionKey);
            }
        }

        return ids;
    }

    public async Task<DirectoryPartition> ReadAsync(string partition, CancellationToken cancellation)
    {
        var rows = new List<DirectoryRow>();
        ETag? version = null;
        await foreach (var entity in table.QueryAsync<TableEntity>(entity => entity.PartitionKey == partition, cancellationToken: cancellation))
        {
            rows.Add(new DirectoryRow(entity.RowKey, entity.GetText("Json"), await UnsealAsync(entity, cancellation)));
            version = entity.RowKey == DirectoryRow.OrganisationKey ? entity.ETag : version;
        }

        return new DirectoryPartition(rows, version);
    }

    /// <summary>Makes the partition hold these rows and no others. What fits one transaction is one; after a fault in a larger write the same write again completes it.</summary>
    /// <returns>False when somebody else wrote since it was read; nothing is changed then.</returns>
    public async Task<bool> WriteAsync(string partition, DirectoryPartition before, IReadOnlyCollection<DirectoryRow> rows, CancellationToken cancellation)
    {
        var present = before.Rows.ToDictionary(row => row.Key);
        var changes = new List<TableTransactionAction>();
        foreach (var row in rows.Where(row => row.Key != DirectoryRow.OrganisationKey && present.GetValueOrDefault(row.Key) != row))
        {
            changes.Add(new TableTransactionAction(TableTransactionActionType.UpsertReplace, await SealAsync(partition, row, cancellation)));
        }

        changes.AddRange(present.Keys.Except(rows.Select(row => row.Key)).Where(key => key != DirectoryRow.OrganisationKey)
            .Select(key => new TableTransactionAction(TableTransactionActionType.Delete, new TableEntity(partition, key), ETag.All)));

        // Every transaction also writes the guarding row, so that of two writers at the same moment one is told.
        var guard = rows.FirstOrDefault(row => row.Key == DirectoryRow.OrganisationKey) ?? new DirectoryRow(DirectoryRow.OrganisationKey, "null");
        var entity = await SealAsync(partition, guard, cancellation);
        var version = before.Version;
        try
        {
            foreach (var chunk in TransactionLimits.Divide(changes, beside: entity))
            {
                var first = version is { } known
                    ? new TableTransactionAction(TableTransactionActionType.UpdateReplace, entity, known)
                    : new TableTransactionAction(TableTransactionActionType.Add, entity);
                var answers = await table.SubmitTransactionAsync([first, .. chunk], cancellation);
                version = answers.Value[0].Headers.ETag;
            }

            return true;
        }
        catch (TableTransactionFailedException failure) when (failure.Status is 409 or 412 && failure.FailedTransactionActionIndex is null or 0)
        {
            return false;
        }
    }

    /// <summary>Seals with the current master key what an earlier one sealed. Can be repeated.</summary>
    /// <returns>How many secrets were sealed anew.</returns>
    public async Task<int> RewrapAsync(CancellationToken cancellation)
    {
        var current = await master.CurrentAsync(cancellation);
        var count = 0;
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            if (entity.GetString("SecretKey") != current.Version && await UnsealAsync(entity, cancellation) is { } secret)
            {
                Seal(entity, secret, current);
                count += await ReplaceAsync(entity, cancellation) ? 1 : 0;
            }
        }

        return count;
    }

    /// <returns>False when somebody else wrote the row meanwhile, and sealed it with the current key.</returns>
    async Task<bool> ReplaceAsync(TableEntity entity, CancellationToken cancellation)
    {
        try
        {
            await table.UpdateEntityAsync(entity, entity.ETag, TableUpdateMode.Replace, cancellation);
            return true;
        }
        catch (RequestFailedException changed) when (changed.Status is 404 or 412)
        {
            return false;
        }
    }

    async ValueTask<TableEntity> SealAsync(string partition, DirectoryRow row, CancellationToken cancellation)
    {
        var entity = new TableEntity(partition, row.Key);
        entity.SetText("Json", row.Json);
        if (row.Secret is { } secret)
        {
            Seal(entity, secret, await master.CurrentAsync(cancellation));
        }

        return entity;
    }

    static void Seal(TableEntity entity, string secret, MasterKey key)
    {
        entity["Secret"] = SealedBox.Seal(key.Bytes, Encoding.UTF8.GetBytes(secret), Place(entity));
        entity["SecretKey"] = key.Version;
    }

    async ValueTask<string?> UnsealAsync(TableEntity entity, CancellationToken cancellation)
    {
        if (entity.GetBinary("Secret") is not { } box)
        {
            return null;
        }

        var key = await master.FindAsync(entity.GetString("SecretKey"), cancellation);
        return Encoding.UTF8.GetString(SealedBox.Open(key.Bytes, box, Place(entity)));
    }

    /// <summary>A secret opens in its own row only.</summary>
    static byte[] Place(TableEntity entity) => Encoding.UTF8.GetBytes($"Directory {entity.PartitionKey} {entity.RowKey}");
}
