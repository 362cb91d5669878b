namespace LocalRuntime.DurableTask.Store;

/// <summary>Asks storage again after a failure that may pass, with growing, jittered pauses, for as long as it takes.</summary>
sealed class Retry(TimeProvider clock, Random random)
{
    static readonly TimeSpan First = TimeSpan.FromMilliseconds(25);
    static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    public async Task<T> RunAsync<T>(Func<Task<T>> request, CancellationToken cancellation)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await request();
            }
            catch (StoreException failure) when (failure.Failure != StoreFailure.Rejected)
            {
                await PauseAsync(attempt, cancellation);
            }
        }
    }

    public Task PauseAsync(int attempt, CancellationToken cancellation)
    {
        var pause = Math.Min(First.TotalMilliseconds * Math.Pow(2, Math.Min(attempt, 20)), Longest.TotalMilliseconds);
        return Task.Delay(TimeSpan.FromMilliseconds(pause * (0.5 + (random.NextDouble() / 2))), clock, cancellation);
    }
}
