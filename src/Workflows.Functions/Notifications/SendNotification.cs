using Azure;
using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Bus;

namespace Workflows.Functions.Notifications;

/// <summary>Sends the messages of the queue <c>notifications</c>. One that has not left for certain comes back later, until it has or is given up.</summary>
sealed class SendNotification(NotificationSender sender, NotificationStore store, Outbox outbox)
{
    [Function(nameof(SendNotification))]
    public async Task Run([ServiceBusTrigger(Entities.Notifications, Connection = Entities.Connection)] ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        var notification = NotificationMessage.Read(message);
        try
        {
            if (await sender.SendAsync(notification, cancellation) is NotificationState.Pending or NotificationState.Sending)
            {
                await outbox.PostponeAsync(Entities.Notifications, message, (await store.FindAsync(notification, cancellation))?.NextAt, cancellation);
            }
        }
        catch (RequestFailedException) when (Outbox.MayBePostponed(message))
        {
            // Storage is away, and nobody knows whether the message left before: it is found out later.
            await outbox.PostponeAsync(Entities.Notifications, message, wanted: null, cancellation);
        }
    }
}
