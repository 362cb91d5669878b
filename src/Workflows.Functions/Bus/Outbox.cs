using System.Collections.Concurrent;
using System.Globalization;
using Azure.Messaging.ServiceBus;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Bus;

/// <summary>Sends to the bus, and sends back what cannot be handled yet.</summary>
sealed class Outbox(ServiceBusClient client, TimeProvider clock)
{
    const string Tries = "tries";

    /// <summary>Up to so much longer, so that what failed together does not come back together.</summary>
    const double Spread = 0.2;

    const int MostTries = 20;

    /// <summary>So long, in the app's time, a bus that failed is left alone.</summary>
    static readonly TimeSpan Pause = TimeSpan.FromSeconds(30);

    readonly ConcurrentDictionary<string, ServiceBusSender> senders = new();
    long quietUntil;

    /// <summary>Accepted for good when this returns. A message whose id was accepted lately is not accepted twice.</summary>
    /// <exception cref="ServiceBusException">The bus did not take it, or did not take another one a moment ago and was not asked again.</exception>
    public async Task SendAsync(string entity, ServiceBusMessage message, CancellationToken cancellation)
    {
        if (Volatile.Read(ref quietUntil) > clock.GetUtcNow().UtcTicks)
        {
            throw new ServiceBusException("The bus failed a moment ago.", ServiceBusFailureReason.ServiceCommunicationProblem);
        }

        try
        {
            await Sender(entity).SendMessageAsync(message, cancellation);
        }
        catch (ServiceBusException failure) when (failure.IsTransient)
        {
            // Whoever has hundreds of messages to send must not wait for the same failure hundreds of times.
            Volatile.Write(ref quietUntil, (clock.GetUtcNow() + Pause).UtcTicks);
            throw;
        }
    }

    /// <summary>Puts a copy of the message into its queue for a later moment of the app's clock; its caller then completes it.</summary>
    /// <param name="queue">The message's queue.</param>
    /// <param name="message">The message that cannot be handled yet.</param>
    /// <param name="wanted">Not before this moment; null for as long as its number of tries asks for.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task PostponeAsync(string queue, ServiceBusReceivedMessage message, DateTimeOffset? wanted, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var tries = TriesOf(message) + 1;
        var wait = wanted - now is { } asked && asked > TimeSpan.Zero ? asked : Patience.After(tries);
        var copy = new ServiceBusMessage(message)
        {
            // Its own id, or the bus would drop it as a duplicate; the same one if this is done twice.
            MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.SequenceNumber}.later"),
            CorrelationId = message.CorrelationId ?? message.MessageId,

            // Whole minutes: a clock that is moved from due time to due time makes fewer stops then.
            ScheduledEnqueueTime = now + TimeSpan.FromMinutes(Math.Ceiling(wait.TotalMinutes * (1 + (Spread * Random.Shared.NextDouble())))),
            ApplicationProperties = { [Tries] = tries },
        };
        return Sender(queue).SendMessageAsync(copy, cancellation);
    }

    /// <summary>Sends a message that was put aside to its queue again, with patience as if it were new.</summary>
    /// <remarks>Under its own id: under the old one the bus might take it for a duplicate. The same one if this is done twice.</remarks>
    public Task ResubmitAsync(string queue, ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        var again = new ServiceBusMessage(message) { MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.SequenceNumber}.again") };
        again.ApplicationProperties.Remove(Tries);
        return SendAsync(queue, again, cancellation);
    }

    /// <summary>Puts an empty message in the place of one whose content must not stay in a queue; its caller then completes that one.</summary>
    /// <remarks>Under its own id, and the same one if this is done twice.</remarks>
    public Task EmptyAsync(string queue, ServiceBusReceivedMessage message, CancellationToken cancellation) => Sender(queue).SendMessageAsync(
        new ServiceBusMessage { MessageId = string.Create(CultureInfo.InvariantCulture, $"{message.SequenceNumber}.emptied") }, cancellation);

    /// <summary>Whether some three days of patience are left; after that the message is one for the dead letters.</summary>
    public static bool MayBePostponed(ServiceBusReceivedMessage message) => TriesOf(message) < MostTries;

    static int TriesOf(ServiceBusReceivedMessage message) => message.ApplicationProperties.TryGetValue(Tries, out var tries) && tries is int number ? number : 0;

    ServiceBusSender Sender(string entity) => senders.GetOrAdd(entity, client.CreateSender);
}
