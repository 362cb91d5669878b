using LocalRuntime.DurableTask.Store;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.DurableTask.Ownership;

/// <summary>
/// Lets one process at a time write to a task hub. Its row is part of every transaction, with the ETag that the last one gave, and counts them:
/// who took over has changed the ETag, so that a writer of before fails, however late it wakes up; and after a request with an unknown outcome
/// the count says whether it was done.
/// </summary>
sealed partial class Fence(IPartitionStore store, IPresence presence, Retry retry, string owner, ILogger logger)
{
    const string Key = "fence";

    string announced = string.Empty;
    string etag = string.Empty;
    long commits;

    /// <summary>Waits until no other process owns the task hub, and owns it.</summary>
    public async Task AcquireAsync(CancellationToken cancellation)
    {
        announced = presence.Announce(owner);
        while (true)
        {
            var current = await retry.RunAsync(() => store.ReadAsync(Key, cancellation), cancellation);
            if (current is not null && OwnerOf(current) == owner)
            {
                (etag, commits) = (current.ETag, CommitsOf(current));
                return;
            }

            if (current is not null && current.Values["Address"] is string { Length: > 0 } other)
            {
                LogWaiting(other);
                await presence.WaitUntilGoneAsync(OwnerOf(current), other, cancellation);
            }

            if (current is null)
            {
                await TryAsync(() => store.CreateAsync(cancellation), cancellation);
            }

            var values = Values(current is null ? 0 : CommitsOf(current));
            RowWrite taking = current is null ? new InsertRow(Key, values) : new ReplaceRow(Key, values, current.ETag);
            await TryAsync(() => store.WriteAsync([taking], cancellation), cancellation);
        }
    }

    /// <summary>Writes a transaction, once, however often it has to be asked for.</summary>
    /// <exception cref="FencedException">Another process owns the task hub now; nothing was written.</exception>
    /// <exception cref="StoreException">Storage refuses these rows for good; nothing was written.</exception>
    public async Task WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
    {
        const int MostConflicts = 20;
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                etag = await store.WriteAsync([new ReplaceRow(Key, Values(commits + 1), etag), .. writes], cancellation);
                commits++;
                return;
            }
            catch (StoreException failure) when (failure.Failure != StoreFailure.Rejected)
            {
                var current = await retry.RunAsync(() => store.ReadAsync(Key, cancellation), cancellation);
                if (current is null || OwnerOf(current) != owner)
                {
                    throw new FencedException();
                }

                etag = current.ETag;
                if (CommitsOf(current) > commits)
                {
                    commits++;
                    return;
                }

                if (failure.Failure == StoreFailure.Conflict && attempt >= MostConflicts)
                {
                    throw new StoreException(StoreFailure.Rejected, failure.Message, failure);
                }

                await retry.PauseAsync(attempt, cancellation);
            }
        }
    }

    async Task TryAsync(Func<Task> request, CancellationToken cancellation)
    {
        try
        {
            await request();
        }
        catch (StoreException failure) when (failure.Failure != StoreFailure.Rejected)
        {
            // Whatever came of it: the next look tells.
            await retry.PauseAsync(0, cancellation);
        }
    }

    Dictionary<string, object> Values(long count) => new() { ["Owner"] = owner, ["Address"] = announced, ["Commits"] = count };

    static string OwnerOf(Row fence) => (string)fence.Values["Owner"];

    static long CommitsOf(Row fence) => (long)fence.Values["Commits"];

    [LoggerMessage(101, LogLevel.Warning, "Another process ({Address}) runs this task hub. Waiting until it is gone.")]
    partial void LogWaiting(string address);
}
