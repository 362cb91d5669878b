namespace LocalRuntime.DurableTask.Store;

/// <summary>
/// The edge to the storage of one task hub: one partition of rows, sorted by key (ordinal), written in transactions.
/// Every call is one storage request and throws nothing but <see cref="StoreException"/> and cancellation.
/// </summary>
interface IPartitionStore
{
    /// <summary>Makes the table if it is not there.</summary>
    Task CreateAsync(CancellationToken cancellation);

    /// <summary>One row; null when there is none of that key.</summary>
    Task<Row?> ReadAsync(string key, CancellationToken cancellation);

    /// <summary>A page of the rows from a key on (inclusive) up to another (exclusive); at most 1,000.</summary>
    Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation);

    /// <summary>Writes all or nothing: at most 100 rows, each named once. Gives the new ETag of the first row.</summary>
    Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation);
}
