namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>A settlement or renewal came for a message whose lock has lapsed, or that was settled before.</summary>
sealed class LockLostException() : Exception("The lock supplied is invalid. Either the lock expired, or the message has already been removed from the queue.");
