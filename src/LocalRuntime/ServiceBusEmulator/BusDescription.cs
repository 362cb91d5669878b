namespace LocalRuntime.ServiceBusEmulator;

/// <summary>What a namespace holds. Names are case-insensitive, as the service's are.</summary>
sealed record BusDescription(IReadOnlyList<QueueDescription> Queues, IReadOnlyList<TopicDescription> Topics);

/// <summary>A queue, or a subscription of a topic, with the service's own defaults.</summary>
sealed record QueueDescription(string Name)
{
    /// <summary>How long a receiver holds a message before it goes to another one; real time.</summary>
    public TimeSpan LockDuration { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>After this many deliveries without a settlement a message is dead-lettered.</summary>
    public int MaxDeliveryCount { get; init; } = 10;

    /// <summary>How long a repeated MessageId is dropped; real time; null for never. Of no meaning for a subscription: its topic has it.</summary>
    public TimeSpan? DuplicateWindow { get; init; }
}

/// <summary>A topic: each of its subscriptions gets every message.</summary>
sealed record TopicDescription(string Name, IReadOnlyList<QueueDescription> Subscriptions)
{
    /// <summary>How long a repeated MessageId is dropped; real time; null for never.</summary>
    public TimeSpan? DuplicateWindow { get; init; }
}
