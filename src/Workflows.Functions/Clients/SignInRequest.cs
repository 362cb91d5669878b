using System.Text.Json;
using Azure.Messaging.ServiceBus;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Clients;

/// <summary>Somebody wants a code. On the queue <c>sign-in</c>, so that asking takes as long for who exists as for who does not.</summary>
/// <param name="Access">Under which name everything about the access code is kept; not the code itself.</param>
/// <param name="Channel">How the code is to come, where there is a choice.</param>
/// <param name="At">When it was asked, in the app's time.</param>
sealed record SignInRequest(string Access, Channel Channel, DateTimeOffset At)
{
    public ServiceBusMessage Message() => new(JsonSerializer.SerializeToUtf8Bytes(this, JsonSerializerOptions.Web)) { MessageId = $"{Guid.NewGuid():N}", ContentType = "application/json" };

    /// <exception cref="JsonException">It is none.</exception>
    public static SignInRequest Read(ServiceBusReceivedMessage message) =>
        JsonSerializer.Deserialize<SignInRequest>(message.Body, JsonSerializerOptions.Web) ?? throw new JsonException("No request for a code.");
}
