namespace LocalRuntime.Clock;

/// <summary>Something that acts when the app's clock reaches a moment: durable timers, timer triggers, scheduled messages.</summary>
/// <remarks>The clock asks every one of them where to stop next, and waits at each stop until all of them have settled.</remarks>
interface ITimedWork
{
    /// <summary>The earliest moment, in the app's time, at which this has something to do; null when nothing is planned.</summary>
    DateTimeOffset? NextDue { get; }

    /// <summary>The same without what comes round by itself every so often: the moment that somebody waits for.</summary>
    DateTimeOffset? NextDeadline => NextDue;

    /// <summary>Whether nothing runs, and nothing that is due by now still waits to run.</summary>
    bool IsSettled { get; }
}
