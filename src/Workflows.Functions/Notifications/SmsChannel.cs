namespace Workflows.Functions.Notifications;

/// <summary>SMS, by Twilio. Twilio cannot be asked for a message by a key of ours: what its status callback does not settle stays possibly sent.</summary>
sealed class SmsChannel(TwilioSms sms, ShortLinks links, NotificationSettings settings) : IChannel
{
    public Channel Kind => Channel.Sms;

    public string? AddressOf(Addressee addressee) => addressee.Phone;

    public async Task<ProviderAnswer> SendAsync(Notification notification, string address, string language, CancellationToken cancellation)
    {
        var link = new Uri(settings.PublicUrl, $"s/{await links.MakeAsync(notification, cancellation)}");
        return await sms.SendAsync(notification.RowKey, address, SmsText.Of(notification.Words, language, link), cancellation);
    }

    public Task<ProviderAnswer> SendCodeAsync(string key, string address, string language, string code, CancellationToken cancellation) =>
        sms.SendAsync(key, address, SmsText.OfCode(code, language, settings.PublicUrl), cancellation);

    public Task<Evidence> FindAsync(Notification notification, CancellationToken cancellation) => Task.FromResult(Evidence.None);
}
