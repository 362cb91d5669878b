using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>A client that sends to a queue or topic.</summary>
sealed class SenderLink(Destination destination, ReceivingAmqpLink link, ILogger log)
{
    public static void Attach(Destination destination, ReceivingAmqpLink link, ILogger log)
    {
        var sender = new SenderLink(destination, link, log);
        link.RegisterMessageListener(message => _ = sender.AcceptAsync(message));
    }

    async Task AcceptAsync(AmqpMessage message)
    {
        Outcome outcome = AmqpConstants.AcceptedOutcome;
        try
        {
            await destination.SendAsync(WireMessage.Sent(message));
        }
        catch (Exception failure)
        {
            outcome = new Rejected { Error = AmqpFailure.Of(failure, log) };
        }

        link.DisposeMessage(message, outcome, settled: true, batchable: false);
        message.Dispose();
    }
}
