namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>A message in a queue. What a lock is about lives in memory only: after a restart every lock is free.</summary>
/// <remarks>Changed only under the lock of the queue that holds it.</remarks>
sealed class BusMessage(long sequence, byte[] payload, DateTimeOffset enqueuedAt, DateTimeOffset? scheduledAt)
{
    /// <summary>Its place in the order, unique in the namespace.</summary>
    public long Sequence { get; } = sequence;

    /// <summary>The message as it was sent, encoded as AMQP.</summary>
    public byte[] Payload { get; set; } = payload;

    /// <summary>When it was accepted, in the app's time.</summary>
    public DateTimeOffset EnqueuedAt { get; } = enqueuedAt;

    /// <summary>Not delivered before this moment of the app's time; null for at once.</summary>
    public DateTimeOffset? ScheduledAt { get; } = scheduledAt;

    /// <summary>How often it was delivered, the delivery under way included.</summary>
    public int DeliveryCount { get; set; }

    /// <summary>Proves to hold the lock; new for each delivery.</summary>
    public Guid LockToken { get; set; }

    /// <summary>When the lock lapses, in real time.</summary>
    public DateTimeOffset LockedUntil { get; set; }
}
