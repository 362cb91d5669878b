using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Faults;

/// <summary>The storage as one process sees it: each request may meet a fault, and none comes back once the process is gone.</summary>
sealed class FaultyStore(IPartitionStore storage, EngineProcess process) : IPartitionStore
{
    public Task CreateAsync(CancellationToken cancellation) => CallAsync(async () =>
    {
        await storage.CreateAsync(cancellation);
        return true;
    });

    public Task<Row?> ReadAsync(string key, CancellationToken cancellation) => CallAsync(() => storage.ReadAsync(key, cancellation));

    public Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation) =>
        CallAsync(() => storage.ReadRangeAsync(from, to, size, continuation, cancellation));

    public Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation) => CallAsync(() => storage.WriteAsync(writes, cancellation));

    async Task<T> CallAsync<T>(Func<Task<T>> request)
    {
        // A request takes its time: what else waits to run may run before it and before its answer.
        await Task.Yield();
        await process.LivesAsync();
        var fault = process.NextFault();
        switch (fault)
        {
            case Fault.FailBefore:
                throw new StoreException(StoreFailure.Unavailable, "Injected: not done.");
            case Fault.Conflict:
                throw new StoreException(StoreFailure.Conflict, "Injected: not done.");
            case Fault.CrashBefore:
                process.Crash();
                break;
        }

        await process.LivesAsync();
        var answer = await request();
        switch (fault)
        {
            case Fault.FailAfter:
                throw new StoreException(StoreFailure.Unavailable, "Injected: done, but nobody knows.");
            case Fault.CrashAfter:
                process.Crash();
                break;
        }

        await Task.Yield();
        await process.LivesAsync();
        return answer;
    }
}
