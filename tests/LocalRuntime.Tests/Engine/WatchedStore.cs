using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Engine;

/// <summary>Counts what is asked of a store, and lets a test step in before and after each write.</summary>
sealed class WatchedStore(IPartitionStore inner) : IPartitionStore
{
    int reads;
    int writes;
    int rowsRead;

    public int Reads => reads;

    public int Writes => writes;

    public int Requests => reads + writes;

    public int RowsRead => rowsRead;

    /// <summary>Called with the number of each write, from 1, before it is done. What it throws is what the caller sees.</summary>
    public Action<int> BeforeWrite { get; set; } = _ => { };

    /// <summary>Called with the number of each write, after it was done. What it throws is what the caller sees.</summary>
    public Action<int> AfterWrite { get; set; } = _ => { };

    public Task CreateAsync(CancellationToken cancellation) => inner.CreateAsync(cancellation);

    public async Task<Row?> ReadAsync(string key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        var row = await inner.ReadAsync(key, cancellation);
        Interlocked.Add(ref rowsRead, row is null ? 0 : 1);
        return row;
    }

    public async Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation)
    {
        Interlocked.Increment(ref reads);
        var page = await inner.ReadRangeAsync(from, to, size, continuation, cancellation);
        Interlocked.Add(ref rowsRead, page.Rows.Count);
        return page;
    }

    public async Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        var number = Interlocked.Increment(ref this.writes);
        BeforeWrite(number);
        var etag = await inner.WriteAsync(writes, cancellation);
        AfterWrite(number);
        return etag;
    }
}
