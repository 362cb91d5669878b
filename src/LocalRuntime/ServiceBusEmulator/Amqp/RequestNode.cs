using System.Collections.Concurrent;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Framing;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>An address that answers requests: one link brings them, another one takes the answers to the address that the request names.</summary>
sealed class RequestNode(Func<AmqpMessage, Task<AmqpMessage>> answer)
{
    readonly ConcurrentDictionary<string, SendingAmqpLink> replies = [];

    public void Attach(AmqpLink link)
    {
        if (link is ReceivingAmqpLink requests)
        {
            requests.RegisterMessageListener(request => _ = AnswerAsync(requests, request));
        }
        else if (link is SendingAmqpLink reply)
        {
            var address = ((Target)reply.Settings.Target).Address.ToString()!;
            replies[address] = reply;
            reply.Closed += (_, _) => replies.TryRemove(KeyValuePair.Create(address, reply));
        }
    }

    async Task AnswerAsync(ReceivingAmqpLink requests, AmqpMessage request)
    {
        using (request)
        {
            requests.AcceptMessage(request, batchable: false);
            if (request.Properties.ReplyTo?.ToString() is not { } address || !replies.TryGetValue(address, out var reply))
            {
                return;   // nobody to answer: the client has gone
            }

            var id = request.Properties.MessageId;
            var message = await answer(request);
            message.Properties.CorrelationId = id;
            reply.SendMessageNoWait(message, AmqpConstants.EmptyBinary, AmqpConstants.NullBinary);
        }
    }
}
