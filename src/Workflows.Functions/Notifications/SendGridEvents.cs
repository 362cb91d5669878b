using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Notifications;

/// <summary><c>POST /api/webhooks/sendgrid</c>: SendGrid's signed event webhook.</summary>
/// <remarks>An old request that somebody sends again changes nothing, so that its age is not looked at: SendGrid repeats for a day what it could not deliver.</remarks>
sealed class SendGridEvents(DeliveryReports reports, NotificationSettings settings)
{
    const int LargestBody = 1024 * 1024;

    [Function(nameof(SendGridEvents))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/sendgrid")] HttpRequest request, CancellationToken cancellation)
    {
        var body = await JsonBody.ReadAsync(request, LargestBody, cancellation);
        if (!IsSigned(body.Utf8.Span, request.Headers["X-Twilio-Email-Event-Webhook-Timestamp"].ToString(), request.Headers["X-Twilio-Email-Event-Webhook-Signature"].ToString()))
        {
            return Problem.Of(ProblemKind.Unauthenticated);
        }

        if (body.IsRefused)
        {
            return body.Problem;
        }

        foreach (var happened in body.Root.ValueKind is JsonValueKind.Array ? body.Root.EnumerateArray() : default)
        {
            // First the address: what goes by another way now must not come back to it.
            if (Suppressed(happened) is { } suppressed)
            {
                await reports.TakeAsync(suppressed, cancellation);
            }

            if (Read(happened) is { } report)
            {
                await reports.TakeAsync(report, cancellation);
            }
        }

        return Results.NoContent();
    }

    /// <summary>The address to which SendGrid will deliver nothing more; null for an event that says nothing about that.</summary>
    /// <remarks>Blocked and expired are bounces that pass: the next mail may arrive. What is dropped for its content says nothing about the address.</remarks>
    static SuppressedAddress? Suppressed(JsonElement happened) =>
        Text(happened, "email") is { } address
        && Text(happened, "event") is { } kind
        && (kind is "unsubscribe" or "group_unsubscribe" or "spamreport"
            || (kind is "bounce" && Text(happened, "type") is null or "bounce")
            || (kind is "dropped" && Text(happened, "reason") is { } reason && reason.EndsWith("Address", StringComparison.OrdinalIgnoreCase)))
            ? new(Channel.Email, address, kind)
            : null;

    /// <summary>What an event says about one of our messages; null for what is not ours, or says nothing about its arrival.</summary>
    static DeliveryReport? Read(JsonElement happened)
    {
        if (Text(happened, SendGridMail.EffectArgument) is not { } key || Text(happened, "event") is not { } kind)
        {
            return null;
        }

        return kind switch
        {
            "processed" or "deferred" => new(key, DeliveryNews.Accepted, kind),
            "delivered" => new(key, DeliveryNews.Delivered, kind),
            "bounce" or "dropped" => new(key, DeliveryNews.NotDelivered, kind),
            _ => null,
        };
    }

    /// <summary>ECDSA with SHA-256 over the time stamp and the body, by the key that SendGrid shows for the webhook.</summary>
    bool IsSigned(ReadOnlySpan<byte> body, string timestamp, string signature)
    {
        var bytes = new byte[signature.Length];
        if (settings.SendGridEventKey is not { } key || !Convert.TryFromBase64String(signature, bytes, out var length))
        {
            return false;
        }

        using var publicKey = ECDsa.Create();
        publicKey.ImportSubjectPublicKeyInfo(Convert.FromBase64String(key), out _);
        return publicKey.VerifyData([.. Encoding.UTF8.GetBytes(timestamp), .. body], bytes.AsSpan(0, length), HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }

    static string? Text(JsonElement happened, string name) =>
        happened.ValueKind is JsonValueKind.Object && happened.TryGetProperty(name, out var value) && value.ValueKind is JsonValueKind.String ? value.GetString() : null;
}
