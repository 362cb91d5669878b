using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>A client that receives from a queue.</summary>
sealed class ReceiverLink(BusQueue queue, SendingAmqpLink link, ILogger log) : IReceiver
{
    public bool HasCredit => link.State == AmqpObjectState.Opened && link.LinkCredit > 0;

    public static void Attach(BusQueue queue, SendingAmqpLink link, ILogger log)
    {
        if (link.Settings.SettleType == SettleMode.SettleOnSend)
        {
            throw new AmqpException(AmqpErrorCode.NotImplemented, "Deleting a message on receipt is not something the local Service Bus does: receive it under a lock.");
        }

        var receiver = new ReceiverLink(queue, link, log);
        link.RegisterCreditListener((_, _, _) => queue.Deliver());
        link.RegisterDispositionListener(delivery => _ = receiver.SettleAsync(delivery));
        link.Opened += (_, _) => queue.Deliver();
        link.Closed += (_, _) => queue.Detach(receiver);
        queue.Attach(receiver);
    }

    public bool TrySend(BusMessage message)
    {
        var received = WireMessage.Received(message, message.DeliveryCount - 1);
        received.DeliveryTag = new ArraySegment<byte>(message.LockToken.ToByteArray());
        try
        {
            return link.TrySendDelivery(received);   // false when the credit went meanwhile
        }
        catch (Exception closed) when (closed is AmqpException or InvalidOperationException or OperationCanceledException)
        {
            return false;
        }
    }

    async Task SettleAsync(Delivery delivery)
    {
        Outcome outcome = AmqpConstants.AcceptedOutcome;   // what was asked is done: a rejection sent back would mean that it is not
        try
        {
            await queue.SettleAsync(new Guid(delivery.DeliveryTag.AsSpan()), Decision(delivery.State));
        }
        catch (Exception failure)
        {
            outcome = new Rejected { Error = AmqpFailure.Of(failure, log) };
        }

        if (!delivery.Settled)   // a client that closes gives back what it never looked at, and waits for no answer
        {
            link.DisposeDelivery(delivery, settled: true, outcome);
        }
    }

    static Settlement Decision(DeliveryState state) => state switch
    {
        Accepted => new Settlement.Complete(),
        Released => new Settlement.Release(),
        Rejected rejected => new Settlement.DeadLetter(Properties(rejected.Error?.Info)),
        Modified { UndeliverableHere: true } => throw new NotSupportedException("Deferring a message is not something the local Service Bus does."),
        Modified modified => new Settlement.Abandon(Properties(modified.MessageAnnotations)),
        _ => throw new NotSupportedException($"The local Service Bus does not know the outcome {state}."),
    };

    static Dictionary<string, object> Properties(Fields? fields) =>
        fields is null ? [] : fields.ToDictionary(field => field.Key.ToString(), field => field.Value);
}
