using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Workflows.Functions.Notifications;

/// <summary>A notification on the bus: ids and codes as JSON, with the effect's key as the message's id.</summary>
static class NotificationMessage
{
    public static ServiceBusMessage Of(Notification notification) => new(JsonSerializer.SerializeToUtf8Bytes(notification, JsonSerializerOptions.Web))
    {
        MessageId = notification.Key,
        ContentType = "application/json",
    };

    /// <exception cref="JsonException">It is none.</exception>
    public static Notification Read(ServiceBusReceivedMessage message) =>
        JsonSerializer.Deserialize<Notification>(message.Body, JsonSerializerOptions.Web) ?? throw new JsonException("No notification.");
}
