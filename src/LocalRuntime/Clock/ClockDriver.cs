using LocalRuntime.LocalPages;

namespace LocalRuntime.Clock;

/// <summary>Moves the app's clock forward from due time to due time, as if the days had gone by.</summary>
sealed class ClockDriver(LocalClock clock, ClockMemory memory, IEnumerable<ITimedWork> work) : ILocalClockControl, IDisposable
{
    static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(5);

    readonly SemaphoreSlim oneAtATime = new(1, 1);
    readonly ITimedWork[] work = [.. work];

    /// <inheritdoc/>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>How far the app's time is ahead of the machine's.</summary>
    public TimeSpan Offset => clock.Offset;

    /// <summary>The earliest moment at which something is planned; null when nothing is.</summary>
    public DateTimeOffset? NextDue => work.Min(part => part.NextDue);

    /// <inheritdoc/>
    public DateTimeOffset? NextDeadline => work.Min(part => part.NextDeadline);

    /// <inheritdoc/>
    public Task AdvanceAsync(TimeSpan distance, CancellationToken cancellation) => AdvanceAsync(now => now + distance, cancellation);

    /// <summary>Moves the clock to the moment that <paramref name="target"/> makes of the present one, stopping at every due time on the way.</summary>
    /// <remarks>What a stop sets going may plan work before the target: it gets its own stop.</remarks>
    public async Task AdvanceAsync(Func<DateTimeOffset, DateTimeOffset> target, CancellationToken cancellation)
    {
        await oneAtATime.WaitAsync(cancellation);
        try
        {
            var end = target(Now);
            await SettleAsync(cancellation);
            while (NextDue is { } due && due <= end)
            {
                await MoveAsync(due, cancellation);
            }

            await MoveAsync(end, cancellation);
        }
        finally
        {
            oneAtATime.Release();
        }
    }

    public void Dispose() => oneAtATime.Dispose();

    async Task MoveAsync(DateTimeOffset moment, CancellationToken cancellation)
    {
        // The moment may have passed by itself while work settled; what is remembered never shrinks.
        var ahead = clock.OffsetAt(moment);
        await memory.RememberAsync(ahead > clock.Offset ? ahead : clock.Offset, cancellation);
        clock.MoveTo(moment);
        await SettleAsync(cancellation);
    }

    async Task SettleAsync(CancellationToken cancellation)
    {
        // Asked twice: what settled last may have given work to a part that had been asked before it.
        while (!(IsSettled() && IsSettled()))
        {
            await Task.Delay(Pause, cancellation);
        }
    }

    bool IsSettled() => Array.TrueForAll(work, part => part.IsSettled);
}
