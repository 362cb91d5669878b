using System.Globalization;
using LocalRuntime.Worker;

namespace LocalRuntime.Clock;

/// <summary>Keeps how far the app's clock is ahead, beside the data that were written by that clock.</summary>
sealed class ClockMemory(HostMemory memory)
{
    const string Key = "clock";

    /// <summary>The offset of the run before; null for a fresh clock.</summary>
    public async Task<TimeSpan?> RecallAsync(CancellationToken cancellation) =>
        await memory.RecallAsync(Key, cancellation) is { } text ? TimeSpan.ParseExact(text, "c", CultureInfo.InvariantCulture) : null;

    /// <summary>Stores the offset. Done before a move becomes visible: after a kill the clock stands no earlier than anyone has seen it.</summary>
    public Task RememberAsync(TimeSpan offset, CancellationToken cancellation) =>
        memory.RememberAsync(Key, offset.ToString("c", CultureInfo.InvariantCulture), cancellation);
}
