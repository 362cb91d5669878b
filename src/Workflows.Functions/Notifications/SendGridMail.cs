using System.Net;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace Workflows.Functions.Notifications;

/// <summary>Hands mails to SendGrid, and tells apart what certainly was not taken from what may have been.</summary>
sealed class SendGridMail(ISendGridClient client, NotificationSettings settings)
{
    /// <summary>Under this name the effect's key comes back with everything that SendGrid says about the mail.</summary>
    public const string EffectArgument = "effect";

    public async Task<MailAnswer> SendAsync(string key, string address, MailText text, CancellationToken cancellation)
    {
        var message = MailHelper.CreateSingleEmail(new EmailAddress(settings.From), new EmailAddress(address), text.Subject, text.Plain, text.Html);
        message.AddGlobalCustomArg(EffectArgument, key);
        try
        {
            var answer = await client.SendEmailAsync(message, cancellation);
            return Meaning(answer.StatusCode, answer.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : null);
        }
        catch (HttpRequestException failure)
        {
            // No connection, no message. Anything later may have come after the last byte of it.
            return failure.HttpRequestError is HttpRequestError.ConnectionError or HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError
                ? new(MailResult.NotNow, "unreachable")
                : new(MailResult.Unknown, "connectionLost");
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return new(MailResult.Unknown, "noAnswerInTime");
        }
    }

    static MailAnswer Meaning(HttpStatusCode status, string? messageId) => (int)status switch
    {
        >= 200 and < 300 => new(MailResult.Accepted, messageId),

        // A wrong key is an administrator's mistake that will be mended: the mail waits for it.
        401 or 403 or 429 or 503 => new(MailResult.NotNow, $"http{(int)status}"),

        // A gateway that answers for the provider does not know whether the provider had it.
        >= 500 => new(MailResult.Unknown, $"http{(int)status}"),
        _ => new(MailResult.Refused, $"http{(int)status}"),
    };
}
