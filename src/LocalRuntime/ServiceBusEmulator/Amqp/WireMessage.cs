using LocalRuntime.LocalPages;
using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>Messages between their encoded form and the AMQP library's, with the annotations that the service puts on them.</summary>
static class WireMessage
{
    const string ScheduledAt = "x-opt-scheduled-enqueue-time";

    /// <summary>The messages in a transfer: one, or several when the client sent a batch.</summary>
    public static IReadOnlyList<SentMessage> Sent(AmqpMessage transfer) => transfer.MessageFormat == AmqpConstants.AmqpBatchedMessageFormat
        ? [.. transfer.DataBody.Select(data => Sent(Bytes(data.Value)))]
        : [Sent(Bytes(transfer.ToStream()))];

    /// <summary>A message that travels as a value inside another one.</summary>
    public static SentMessage Sent(byte[] payload)
    {
        using var message = Decode(payload);
        return new SentMessage(
            payload,
            message.Properties?.MessageId?.ToString(),
            message.MessageAnnotations.Map.TryGetValue<DateTime>(ScheduledAt, out var at) ? new DateTimeOffset(at) : null);
    }

    /// <summary>The message as a receiver gets it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="deliveries">How often it had been delivered before: the client adds the present one itself.</param>
    public static AmqpMessage Received(BusMessage message, int deliveries)
    {
        var received = Decode(message.Payload);
        received.Header.DeliveryCount = (uint)deliveries;
        var annotations = received.MessageAnnotations.Map;
        annotations["x-opt-sequence-number"] = message.Sequence;
        annotations["x-opt-enqueued-time"] = message.EnqueuedAt.UtcDateTime;
        annotations["x-opt-locked-until"] = message.LockedUntil.UtcDateTime;
        return received;
    }

    /// <summary>The message as one that looks without taking gets it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="isScheduled">Whether it still waits for its moment.</param>
    public static byte[] Peeked(BusMessage message, bool isScheduled)
    {
        using var peeked = Received(message, message.DeliveryCount);
        peeked.MessageAnnotations.Map["x-opt-message-state"] = isScheduled ? 2 : 0;
        return Encode(peeked);
    }

    /// <summary>The message as a row of a list.</summary>
    public static LocalDeadLetter DeadLetter(string queue, BusMessage message)
    {
        using var dead = Decode(message.Payload);
        return new LocalDeadLetter(
            queue, dead.Properties?.MessageId?.ToString(), message.EnqueuedAt, message.DeliveryCount, Property(Settlement.DeadLetter.Reason), Property(Settlement.DeadLetter.Description));

        string? Property(string name) => dead.ApplicationProperties?.Map.TryGetValue<string>(name, out var text) is true ? text : null;
    }

    /// <summary>The encoded message with application properties added or replaced.</summary>
    public static byte[] WithProperties(byte[] payload, IReadOnlyDictionary<string, object> properties)
    {
        using var message = Decode(payload);
        message.ApplicationProperties ??= new ApplicationProperties();
        foreach (var (name, value) in properties)
        {
            message.ApplicationProperties.Map[name] = value;
        }

        return Encode(message);
    }

    public static byte[] Bytes(object value) => value is ArraySegment<byte> segment ? [.. segment] : (byte[])value;

    static AmqpMessage Decode(byte[] payload) => AmqpMessage.CreateAmqpStreamMessage(new BufferListStream([new ArraySegment<byte>(payload)]));

    static byte[] Encode(AmqpMessage message) => [.. message.GetPayload().SelectMany(segment => segment)];

    static byte[] Bytes(Stream stream)
    {
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return copy.ToArray();
    }
}
