using SendGrid;
using SendGrid.Helpers.Mail;

namespace Workflows.Functions.Notifications;

/// <summary>Hands mails to SendGrid, and tells apart what certainly was not taken from what may have been.</summary>
sealed class SendGridMail(ISendGridClient client, NotificationSettings settings)
{
    /// <summary>Under this name the effect's key comes back with everything that SendGrid says about the mail.</summary>
    public const string EffectArgument = "effect";

    public async Task<ProviderAnswer> SendAsync(string key, string address, MailText text, CancellationToken cancellation)
    {
        var message = MailHelper.CreateSingleEmail(new EmailAddress(settings.From, text.Sender), new EmailAddress(address), text.Subject, text.Plain, text.Html);
        message.AddGlobalCustomArg(EffectArgument, key);
        try
        {
            var answer = await client.SendEmailAsync(message, cancellation);
            return ProviderAnswer.Of(answer.StatusCode, answer.Headers.TryGetValues("X-Message-Id", out var ids) ? ids.First() : null);
        }
        catch (HttpRequestException failure)
        {
            return ProviderAnswer.Of(failure);
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return ProviderAnswer.NoneInTime;
        }
    }
}
