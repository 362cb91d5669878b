namespace Workflows.Functions.Storage;

/// <summary>Looks for what another process, or the engine, is about to write: whoever caused it wants to see it at once.</summary>
static class Soon
{
    /// <summary>How long it is waited for, in real time.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(2);

    static readonly TimeSpan Glance = TimeSpan.FromMilliseconds(40);

    /// <summary>What is found; null when it is not there in time.</summary>
    public static async Task<T?> FindAsync<T>(Func<Task<T?>> look, CancellationToken cancellation)
        where T : class
    {
        var started = TimeProvider.System.GetTimestamp();
        do
        {
            if (await look() is { } found)
            {
                return found;
            }

            await Task.Delay(Glance, cancellation);
        }
        while (TimeProvider.System.GetElapsedTime(started) < Patience);

        return null;
    }
}
