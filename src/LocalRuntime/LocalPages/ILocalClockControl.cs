namespace LocalRuntime.LocalPages;

/// <summary>What the clock on the local pages needs of the app's clock; the host registers it.</summary>
interface ILocalClockControl
{
    /// <summary>The app's time.</summary>
    DateTimeOffset Now { get; }

    /// <summary>The earliest moment for which something waits: a deadline, a reminder, a message for later; null when nothing does.</summary>
    DateTimeOffset? NextDeadline { get; }

    /// <summary>Moves the app's clock forward through every due moment in order, and returns when things have settled.</summary>
    Task AdvanceAsync(TimeSpan distance, CancellationToken cancellation);
}
