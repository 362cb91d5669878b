using System.Text.Json;
using Azure.Messaging.ServiceBus;

namespace Workflows.Functions.Intake.Claims;

/// <summary>The body of a message of the queue <c>referral-intake</c>: <c>{ "claim": "…" }</c> and nothing else.</summary>
static class ClaimMessage
{
    /// <summary>Longer than any claim's message; what is longer is not looked at.</summary>
    const int Longest = 200;

    /// <summary>The claim; null for every other body, which may be anything about anybody.</summary>
    public static string? Read(ServiceBusReceivedMessage message)
    {
        try
        {
            var body = message.Body.ToMemory();
            using var document = body.Length <= Longest ? JsonDocument.Parse(body) : null;
            return document?.RootElement is { ValueKind: JsonValueKind.Object } root
                && root.EnumerateObject().ToList() is [{ Name: "claim", Value: { ValueKind: JsonValueKind.String } value }]
                && Guid.TryParseExact(value.GetString(), "N", out var claim)
                ? claim.ToString("N")
                : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
