using Azure.Messaging.ServiceBus;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Bus;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>Sends the messages of the queue <c>notifications</c>. One that has not left for certain comes back later, until it has or is given up.</summary>
sealed class SendNotification(NotificationSender sender, NotificationStore store, Fallbacks fallbacks, Outbox outbox)
{
    [Function(nameof(SendNotification))]
    public async Task Run([ServiceBusTrigger(Entities.Notifications, Connection = Entities.Connection)] ServiceBusReceivedMessage message, CancellationToken cancellation)
    {
        var notification = NotificationMessage.Read(message);
        try
        {
            var state = await sender.SendAsync(notification, cancellation);
            if (!state.IsFinal)
            {
                await outbox.PostponeAsync(Entities.Notifications, message, await NextAtAsync(notification, cancellation), cancellation);
            }
            else if (state is NotificationState.Failed)
            {
                // Refused, or nobody knows where to: this message comes again until that is stored.
                await fallbacks.AddAsync(notification, "refused", cancellation);
                await fallbacks.CarryAsync(notification, cancellation);
            }
        }
        catch (Exception failure) when (StorageOutage.Explains(failure) && Outbox.MayBePostponed(message))
        {
            // Storage is away, and nobody knows whether the message left before: it is found out later.
            await outbox.PostponeAsync(Entities.Notifications, message, wanted: null, cancellation);
        }
    }

    /// <summary>When the first of its channels is to be tried again; null when none has said.</summary>
    async Task<DateTimeOffset?> NextAtAsync(Notification notification, CancellationToken cancellation)
    {
        NotificationRow?[] rows = [await store.FindAsync(notification, cancellation), await store.FindAsync(notification with { Channel = Channel.Sms }, cancellation)];
        return rows.Min(row => row is { State.IsFinal: false } ? row.NextAt : (DateTimeOffset?)null);
    }
}
