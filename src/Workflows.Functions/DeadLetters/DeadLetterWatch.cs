using Microsoft.Extensions.Logging;

namespace Workflows.Functions.DeadLetters;

/// <summary>Whether messages were put aside, as who only wants to know that asks: looked up once a minute, and never waited for long.</summary>
/// <param name="box">The dead letters.</param>
/// <param name="logger">Hears when the bus did not answer.</param>
sealed partial class DeadLetterWatch(DeadLetterBox box, ILogger<DeadLetterWatch> logger)
{
    /// <summary>Real time.</summary>
    static readonly TimeSpan Lasts = TimeSpan.FromMinutes(1);

    /// <summary>Real time: a page does not stand still because the bus does.</summary>
    static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(500);

    volatile Seen? seen;

    /// <summary>Whether there are any; null when that cannot be found out now.</summary>
    public async Task<bool?> AnyAsync(CancellationToken cancellation)
    {
        if (seen is (var known, var at) && TimeProvider.System.GetElapsedTime(at) < Lasts)
        {
            return known;
        }

        using var patience = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        patience.CancelAfter(Patience);
        bool? any = null;
        try
        {
            any = await box.AnyAsync(patience.Token);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            BusDidNotAnswer(failure.GetType().Name);
        }

        seen = new(any, TimeProvider.System.GetTimestamp());
        return any;
    }

    sealed record Seen(bool? Any, long At);

    [LoggerMessage(EventId = 1252, Level = LogLevel.Warning, Message = "Whether messages were put aside could not be looked up: {Failure}.")]
    partial void BusDidNotAnswer(string failure);
}
