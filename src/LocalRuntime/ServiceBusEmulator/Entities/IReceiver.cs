namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>A receiver that is attached to a queue.</summary>
interface IReceiver
{
    /// <summary>Whether it asked for more messages than it got.</summary>
    bool HasCredit { get; }

    /// <summary>Hands a message over; false when it cannot take it after all.</summary>
    bool TrySend(BusMessage message);
}
