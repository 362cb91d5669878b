using LocalRuntime.DurableTask.History;

namespace LocalRuntime.DurableTask.Instances;

/// <summary>An event on its way into an instance.</summary>
/// <param name="Event">The event.</param>
/// <param name="Taken">Runs when the instance has taken the event in, to be stored in the same commit.</param>
/// <param name="Stored">Runs once the event is stored, or with the reason why it never will be.</param>
sealed record Arrival(HistoryEvent Event, Action? Taken = null, Action<Exception?>? Stored = null);
