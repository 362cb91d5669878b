namespace LocalRuntime.LocalPages;

/// <summary>What the local page shows of the Service Bus; registered by the host when there is one.</summary>
interface ILocalQueues
{
    /// <summary>Every queue and subscription with what is in it now.</summary>
    IReadOnlyList<LocalQueue> Queues { get; }

    /// <summary>The dead letters of all of them, the oldest first, at most <paramref name="most"/> of each.</summary>
    IReadOnlyList<LocalDeadLetter> DeadLetters(int most);
}

/// <summary>How many messages of a queue wait, wait for a later moment, are held by a receiver, and were put aside.</summary>
sealed record LocalQueue(string Name, int Waiting, int Scheduled, int Held, int DeadLetters);

/// <summary>A message that was put aside, without its body; the time is the app's.</summary>
sealed record LocalDeadLetter(string Queue, string? MessageId, DateTimeOffset EnqueuedAt, int Deliveries, string? Reason, string? Description);
