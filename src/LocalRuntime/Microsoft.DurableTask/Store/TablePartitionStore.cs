using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.DurableTask.Store;

/// <summary>A task hub in one table of Azure Table Storage, all of it in one partition, so that one transaction can hold changes of many instances.</summary>
sealed class TablePartitionStore(TableClient table) : IPartitionStore
{
    const string Partition = "hub";

    /// <summary>The store of a task hub. The table is named after it: "ReferralsHub" gives "ReferralsHubOrchestrations".</summary>
    public static TablePartitionStore Open(string connectionString, string taskHubName)
    {
        // The engine asks again by itself, after it has looked whether a request with an unknown outcome was done.
        var options = new TableClientOptions();
        options.Retry.MaxRetries = 0;
        options.Retry.NetworkTimeout = TimeSpan.FromSeconds(15);
        return new(new TableClient(connectionString, TableName(taskHubName), options));
    }

    /// <summary>The table's name: 3 to 63 letters and digits, a letter first.</summary>
    public static string TableName(string taskHubName)
    {
        var name = string.Concat(taskHubName.Where(char.IsAsciiLetterOrDigit).SkipWhile(char.IsAsciiDigit)) + "Orchestrations";
        return name.Length <= 63 ? name : name[^63..];
    }

    public Task CreateAsync(CancellationToken cancellation) => Translate(async () => await table.CreateIfNotExistsAsync(cancellation), cancellation);

    public Task<Row?> ReadAsync(string key, CancellationToken cancellation) => Translate(async () =>
    {
        var found = await table.GetEntityIfExistsAsync<TableEntity>(Partition, key, cancellationToken: cancellation);
        return found.HasValue ? ToRow(found.Value!) : null;
    }, cancellation);

    public Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation) => Translate(async () =>
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {from} and RowKey lt {to}");
        await foreach (var page in table.QueryAsync<TableEntity>(filter, size, cancellationToken: cancellation).AsPages(continuation, size))
        {
            return new RowPage([.. page.Values.Select(ToRow)], page.ContinuationToken);
        }

        return new RowPage([], null);
    }, cancellation);

    public Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation) => Translate(async () =>
    {
        TableLimits.Check(writes);
        var answer = await table.SubmitTransactionAsync(writes.Select(ToAction), cancellation);
        return answer.Value[0].Headers.ETag?.ToString() ?? string.Empty;
    }, cancellation);

    static TableTransactionAction ToAction(RowWrite write) => write switch
    {
        PutRow put => new(TableTransactionActionType.UpsertReplace, ToEntity(put.Key, put.Values)),
        MergeRow merge => new(TableTransactionActionType.UpsertMerge, ToEntity(merge.Key, merge.Values)),
        InsertRow insert => new(TableTransactionActionType.Add, ToEntity(insert.Key, insert.Values)),
        ReplaceRow replace => new(TableTransactionActionType.UpdateReplace, ToEntity(replace.Key, replace.Values), new ETag(replace.ETag)),
        DeleteRow delete => new(TableTransactionActionType.Delete, new TableEntity(Partition, delete.Key), ETag.All),
        _ => throw new NotSupportedException(write.GetType().Name),
    };

    static TableEntity ToEntity(string key, IReadOnlyDictionary<string, object> values)
    {
        var entity = new TableEntity(Partition, key);
        foreach (var (name, value) in values)
        {
            entity[name] = value;
        }

        return entity;
    }

    static Row ToRow(TableEntity entity) => new(entity.RowKey, entity.ETag.ToString(), new Dictionary<string, object>(entity
        .Where(property => property.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag") && property.Value is not null)));

    static async Task<T> Translate<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        try
        {
            return await request();
        }
        catch (RequestFailedException failure)
        {
            throw new StoreException(Classify(failure.Status), $"Table Storage answered {failure.Status} {failure.ErrorCode}.", failure);
        }
        catch (Exception failure) when (failure is not StoreException && !cancellation.IsCancellationRequested)
        {
            // No connection, a broken answer, the client's own time limit: whatever it was, the outcome is unknown.
            throw new StoreException(StoreFailure.Unavailable, "Table Storage did not answer.", failure);
        }
    }

    static StoreFailure Classify(int status) => status switch
    {
        404 or 409 or 412 => StoreFailure.Conflict,
        400 or 405 or 413 or 501 => StoreFailure.Rejected,
        _ => StoreFailure.Unavailable,
    };
}
