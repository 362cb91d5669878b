using LocalRuntime.ServiceBusEmulator.Entities;
using Microsoft.Azure.Amqp;
using Microsoft.Azure.Amqp.Encoding;
using Microsoft.Azure.Amqp.Framing;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator.Amqp;

/// <summary>The address <c>$management</c> of an entity: what the client does beside sending and receiving.</summary>
sealed class ManagementNode(Destination? destination, BusQueue? queue, TimeProvider app, ILogger log)
{
    /// <summary>As much as the service puts into one answer: a client that looks at many small messages gets fewer than it asked for, and looks again.</summary>
    const int MostBytesPerAnswer = 256 * 1024;

    public async Task<AmqpMessage> AnswerAsync(AmqpMessage request)
    {
        try
        {
            var operation = request.ApplicationProperties.Map["operation"] as string;
            var given = (AmqpMap)request.ValueBody.Value;
            return operation switch
            {
                "com.microsoft:renew-lock" when queue is not null => Ok("expirations", Renew(queue, given)),
                "com.microsoft:update-disposition" when queue is not null => await SettleAsync(queue, given),
                "com.microsoft:peek-message" when queue is not null => Peek(queue, given),
                "com.microsoft:schedule-message" when destination is not null => Ok("sequence-numbers", await destination.SendAsync(Messages(given))),
                "com.microsoft:cancel-scheduled-message" when destination is not null => await CancelAsync(destination, given),
                _ => throw new NotSupportedException($"{operation} is not something the local Service Bus does here."),
            };
        }
        catch (Exception failure)
        {
            return Failed(AmqpFailure.Of(failure, log), failure);
        }
    }

    static DateTime[] Renew(BusQueue queue, AmqpMap given) => [.. LockTokens(given).Select(token => queue.Renew(token).UtcDateTime)];

    /// <summary>The client settles here what it received over a link that was lost since.</summary>
    static async Task<AmqpMessage> SettleAsync(BusQueue queue, AmqpMap given)
    {
        foreach (var token in LockTokens(given))
        {
            await queue.SettleAsync(token, Decision(given));
        }

        return Answer(AmqpResponseStatusCode.OK);
    }

    static Settlement Decision(AmqpMap given) => given[new MapKey("disposition-status")] switch
    {
        "completed" => new Settlement.Complete(),
        "abandoned" => new Settlement.Abandon(Changed(given)),
        "suspended" => new Settlement.DeadLetter(Changed(given)),
        var other => throw new NotSupportedException($"The local Service Bus does not know the disposition {other}."),
    };

    static Dictionary<string, object> Changed(AmqpMap given)
    {
        var changed = new Dictionary<string, object>();
        if (given.TryGetValue<AmqpMap>(new MapKey("properties-to-modify"), out var properties))
        {
            foreach (var (name, value) in properties)
            {
                changed[name.ToString()] = value;
            }
        }

        Say(Settlement.DeadLetter.Reason, "deadletter-reason");
        Say(Settlement.DeadLetter.Description, "deadletter-description");
        return changed;

        void Say(string property, string key)
        {
            if (given.TryGetValue<string>(new MapKey(key), out var text))
            {
                changed[property] = text;
            }
        }
    }

    AmqpMessage Peek(BusQueue queue, AmqpMap given)
    {
        List<AmqpMap> found = [];
        var bytes = 0;
        foreach (var message in queue.Peek((long)given[new MapKey("from-sequence-number")], (int)given[new MapKey("message-count")]))
        {
            var peeked = WireMessage.Peeked(message, message.ScheduledAt > app.GetUtcNow());
            bytes += peeked.Length;
            if (found.Count > 0 && bytes > MostBytesPerAnswer)
            {
                break;
            }

            found.Add(new AmqpMap { [new MapKey("message")] = new ArraySegment<byte>(peeked) });
        }

        return found.Count == 0 ? Answer(AmqpResponseStatusCode.NoContent) : Ok("messages", found);
    }

    static async Task<AmqpMessage> CancelAsync(Destination destination, AmqpMap given)
    {
        await destination.CancelScheduledAsync((long[])given[new MapKey("sequence-numbers")]);
        return Answer(AmqpResponseStatusCode.OK);
    }

    static List<SentMessage> Messages(AmqpMap given) =>
        [.. ((IEnumerable<object>)given[new MapKey("messages")]).Select(entry => WireMessage.Sent(WireMessage.Bytes(((AmqpMap)entry)[new MapKey("message")])))];

    static Guid[] LockTokens(AmqpMap given) => (Guid[])given[new MapKey("lock-tokens")];

    static AmqpMessage Ok(string name, object value)
    {
        var answer = AmqpMessage.Create(new AmqpValue { Value = new AmqpMap { [new MapKey(name)] = value } });
        answer.ApplicationProperties.Map["statusCode"] = (int)AmqpResponseStatusCode.OK;
        return answer;
    }

    static AmqpMessage Answer(AmqpResponseStatusCode status)
    {
        var answer = AmqpMessage.Create(new AmqpValue { Value = new AmqpMap() });
        answer.ApplicationProperties.Map["statusCode"] = (int)status;
        return answer;
    }

    static AmqpMessage Failed(Error error, Exception failure)
    {
        var answer = Answer(failure switch
        {
            LockLostException => AmqpResponseStatusCode.Gone,
            NotSupportedException => AmqpResponseStatusCode.NotImplemented,
            _ => AmqpResponseStatusCode.InternalServerError,
        });
        answer.ApplicationProperties.Map["errorCondition"] = error.Condition;
        answer.ApplicationProperties.Map["statusDescription"] = error.Description;
        return answer;
    }
}
