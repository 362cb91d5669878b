namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>A message as a sender hands it over: encoded as AMQP, with what the service reads from it.</summary>
sealed record SentMessage(byte[] Payload, string? MessageId, DateTimeOffset? ScheduledAt);
