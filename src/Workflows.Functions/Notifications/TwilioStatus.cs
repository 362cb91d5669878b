using System.Security.Cryptography;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Notifications;

/// <summary><c>POST /api/webhooks/twilio/{key}</c>: Twilio's status callback about the SMS of that key.</summary>
sealed class TwilioStatus(DeliveryReports reports, NotificationSettings settings, IEnumerable<SmsSettings> sms)
{
    [Function(nameof(TwilioStatus))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/webhooks/twilio/{key}")] HttpRequest request, string key, CancellationToken cancellation)
    {
        if (!request.HasFormContentType)
        {
            return Problem.Of(ProblemKind.Unauthenticated);
        }

        var form = await request.ReadFormAsync(cancellation);
        if (!sms.Any(account => IsSigned(key, form, request.Headers["X-Twilio-Signature"].ToString(), account.AuthToken)))
        {
            return Problem.Of(ProblemKind.Unauthenticated);
        }

        if (form["ErrorCode"] == "21610" && form["To"].ToString() is { Length: > 0 } number)
        {
            await reports.TakeAsync(new SuppressedAddress(Channel.Sms, number, TwilioSms.OptedOut), cancellation);
        }

        if (Read(key, form["MessageStatus"].ToString(), form["ErrorCode"].ToString()) is { } report)
        {
            await reports.TakeAsync(report, cancellation);
        }

        return Results.NoContent();
    }

    static DeliveryReport? Read(string key, string status, string error) => status switch
    {
        "queued" or "sending" or "sent" => new(key, DeliveryNews.Accepted, status),
        "delivered" => new(key, DeliveryNews.Delivered, status),
        "undelivered" or "failed" => new(key, DeliveryNews.NotDelivered, error.All(char.IsAsciiDigit) && error.Length is > 0 and < 10 ? $"twilio{error}" : status),
        _ => null,
    };

    /// <summary>The base64 of the HMAC-SHA1 of the address that Twilio was given, followed by each field and its value in the order of their names.</summary>
    /// <remarks>The address is ours, not that of the request: behind a gateway the two differ. Twilio signs it with or without its port, and its own libraries accept either.</remarks>
    bool IsSigned(string key, IFormCollection form, string signature, string token)
    {
        var address = TwilioSms.StatusCallback(settings.PublicUrl, key);
        var fields = string.Concat(form.OrderBy(field => field.Key, StringComparer.Ordinal).Select(field => $"{field.Key}{field.Value}"));
        return ((string[])[$"{address}", $"{address.Scheme}://{address.Host}:{address.Port}{address.PathAndQuery}", $"{address.Scheme}://{address.Host}{address.PathAndQuery}"])
            .Any(signed => IsSignatureOf(signed + fields, signature, token));
    }

    static bool IsSignatureOf(string signed, string signature, string token)
    {
#pragma warning disable CA5350 // Twilio signs so; an HMAC does not rest on what is broken in SHA-1.
        var hash = HMACSHA1.HashData(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(signed));
#pragma warning restore CA5350
        return CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(signature), Encoding.UTF8.GetBytes(Convert.ToBase64String(hash)));
    }
}
