using Workflows.Functions.Settings;

namespace Workflows.Functions.Notifications;

/// <summary>How messages leave.</summary>
/// <param name="SendGridKey">Setting <c>SendGridKey</c>.</param>
/// <param name="SendGridHost">Setting <c>SendGridHost</c>; SendGrid itself when it is not set.</param>
/// <param name="From">Setting <c>MailFrom</c>: the address that messages come from.</param>
/// <param name="PublicUrl">Setting <c>PublicUrl</c>: where people reach the app.</param>
/// <param name="EvidenceSettlesIn">How long until a message that the provider does not know of has certainly not reached it.</param>
sealed record NotificationSettings(string SendGridKey, string SendGridHost, string From, Uri PublicUrl, TimeSpan EvidenceSettlesIn)
{
    /// <summary>Setting <c>SendGridEventKey</c>: the public key of SendGrid's signed event webhook, in base64. Without it no event is believed.</summary>
    public string? SendGridEventKey { get; init; }

    public static NotificationSettings Read(SettingsReader settings) => new(
        settings.Required("SendGridKey", SettingFormats.Secret),
        settings.Optional("SendGridHost", SettingFormats.WebHost) ?? "https://api.sendgrid.com",
        settings.Required("MailFrom", SettingFormats.Email),
        settings.Required("PublicUrl", SettingFormats.PublicAddress(settings.IsDevelopment)),
        settings.IsDevelopment ? TimeSpan.Zero : TimeSpan.FromMinutes(15))
    {
        SendGridEventKey = settings.Optional("SendGridEventKey", SettingFormats.PublicKey),
    };
}
