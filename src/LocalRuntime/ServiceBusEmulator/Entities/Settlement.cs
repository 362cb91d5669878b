namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>What a receiver decided about a message that it holds.</summary>
abstract record Settlement
{
    /// <summary>It is done.</summary>
    public sealed record Complete : Settlement;

    /// <summary>It was never looked at: deliver it again, and do not count this delivery.</summary>
    public sealed record Release : Settlement;

    /// <summary>It failed: deliver it again, with these application properties changed.</summary>
    public sealed record Abandon(IReadOnlyDictionary<string, object> Properties) : Settlement;

    /// <summary>It can never succeed: put it aside, with these application properties saying why.</summary>
    public sealed record DeadLetter(IReadOnlyDictionary<string, object> Properties) : Settlement
    {
        public const string Reason = "DeadLetterReason";
        public const string Description = "DeadLetterErrorDescription";
    }
}
