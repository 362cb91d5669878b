namespace Workflows.Functions.Notifications;

/// <summary>Email, by SendGrid.</summary>
sealed class MailChannel(SendGridMail mail, MailEvidence evidence, LinkTokens links, NotificationSettings settings, TimeProvider clock) : IChannel
{
    static readonly TimeSpan LinksLast = TimeSpan.FromDays(60);

    public Channel Kind => Channel.Email;

    public string? AddressOf(Addressee addressee) => addressee.Email;

    public async Task<ProviderAnswer> SendAsync(Notification notification, string address, string language, CancellationToken cancellation)
    {
        var link = new LinkToken(LinkToken.Open, notification.Referral, notification.Key, clock.GetUtcNow() + LinksLast);
        var text = MailText.Of(notification.Words, language, new Uri(settings.PublicUrl, $"go/{await links.WriteAsync(link, cancellation)}"));
        return await mail.SendAsync(notification.RowKey, address, text, cancellation);
    }

    public Task<ProviderAnswer> SendCodeAsync(string key, string address, string language, string code, CancellationToken cancellation) =>
        mail.SendAsync(key, address, MailText.OfCode(code, language), cancellation);

    public Task<Evidence> FindAsync(Notification notification, CancellationToken cancellation) => evidence.FindAsync(notification.RowKey, cancellation);
}
