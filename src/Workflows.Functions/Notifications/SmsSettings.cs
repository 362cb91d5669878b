using Workflows.Functions.Settings;

namespace Workflows.Functions.Notifications;

/// <summary>How text messages leave.</summary>
/// <param name="AccountSid">Setting <c>TwilioAccountSid</c>.</param>
/// <param name="AuthToken">Setting <c>TwilioAuthToken</c>: it also signs what Twilio reports.</param>
/// <param name="Host">Setting <c>TwilioHost</c>; Twilio itself when it is not set.</param>
/// <param name="From">Setting <c>SmsFrom</c>: a number in E.164, a sender's name, or the id of a messaging service (MG…).</param>
sealed record SmsSettings(string AccountSid, string AuthToken, string Host, string From)
{
    const string Account = "TwilioAccountSid";

    /// <summary>Null when no account is named: then no SMS leaves.</summary>
    public static SmsSettings? Read(SettingsReader settings)
    {
        var account = settings.Optional(Account, SettingFormats.TwilioAccount);
        var token = settings.Find("TwilioAuthToken", SettingFormats.Secret, settings.With(Account));
        var host = settings.Optional("TwilioHost", SettingFormats.WebHost) ?? "https://api.twilio.com";
        var from = settings.Find("SmsFrom", SettingFormats.SmsSender, settings.With(Account));
        return account is not null && token is not null && from is not null ? new(account, token, host, from) : null;
    }
}
