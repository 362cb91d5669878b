using System.Globalization;

namespace LocalRuntime.DurableTask.Store;

/// <summary>A partition in memory, with the rules of Table Storage. For tests: it lives as long as the object, not as long as an engine on it.</summary>
sealed class InProcessStore : IPartitionStore
{
    readonly Lock gate = new();
    readonly SortedDictionary<string, Row> rows = new(StringComparer.Ordinal);
    long version;

    /// <summary>The rows as they are now.</summary>
    public IReadOnlyList<Row> Rows
    {
        get { lock (gate) { return [.. rows.Values]; } }
    }

    public Task CreateAsync(CancellationToken cancellation) => Task.CompletedTask;

    public Task<Row?> ReadAsync(string key, CancellationToken cancellation)
    {
        lock (gate)
        {
            return Task.FromResult(rows.GetValueOrDefault(key));
        }
    }

    public Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation)
    {
        lock (gate)
        {
            Row[] found = [.. rows.Values
                .Where(row => string.CompareOrdinal(row.Key, continuation ?? from) >= 0 && string.CompareOrdinal(row.Key, to) < 0)
                .Take(size + 1)];
            return Task.FromResult(found.Length > size ? new RowPage(found[..size], found[size].Key) : new RowPage(found, null));
        }
    }

    public Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        lock (gate)
        {
            try
            {
                TableLimits.Check(writes);
                if (writes.DistinctBy(write => write.Key).Count() < writes.Count)
                {
                    throw new StoreException(StoreFailure.Rejected, "A transaction names a row once.");
                }

                if (writes.FirstOrDefault(write => !IsAllowed(write)) is { } refused)
                {
                    throw new StoreException(StoreFailure.Conflict, $"Row '{refused.Key}' is not as expected.");
                }
            }
            catch (StoreException failure)
            {
                return Task.FromException<string>(failure);
            }

            foreach (var write in writes)
            {
                Apply(write);
            }

            return Task.FromResult(rows.GetValueOrDefault(writes[0].Key)?.ETag ?? string.Empty);
        }
    }

    bool IsAllowed(RowWrite write) => write switch
    {
        InsertRow insert => !rows.ContainsKey(insert.Key),
        ReplaceRow replace => rows.GetValueOrDefault(replace.Key)?.ETag == replace.ETag,
        DeleteRow delete => rows.ContainsKey(delete.Key),
        _ => true,
    };

    void Apply(RowWrite write)
    {
        var etag = (++version).ToString(CultureInfo.InvariantCulture);
        switch (write)
        {
            case PutRow put:
                rows[put.Key] = new(put.Key, etag, put.Values);
                break;
            case InsertRow insert:
                rows[insert.Key] = new(insert.Key, etag, insert.Values);
                break;
            case ReplaceRow replace:
                rows[replace.Key] = new(replace.Key, etag, replace.Values);
                break;
            case MergeRow merge:
                var merged = rows.TryGetValue(merge.Key, out var before) ? new Dictionary<string, object>(before.Values) : [];
                foreach (var (name, value) in merge.Values)
                {
                    merged[name] = value;
                }

                rows[merge.Key] = new(merge.Key, etag, merged);
                break;
            case DeleteRow delete:
                rows.Remove(delete.Key);
                break;
        }
    }
}
