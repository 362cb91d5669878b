using Microsoft.Extensions.Configuration;

namespace Workflows.Functions.Notifications;

/// <summary>How text messages leave.</summary>
/// <param name="AccountSid">Setting <c>TwilioAccountSid</c>.</param>
/// <param name="AuthToken">Setting <c>TwilioAuthToken</c>: it also signs what Twilio reports.</param>
/// <param name="Host">Setting <c>TwilioHost</c>; Twilio itself when it is not set.</param>
/// <param name="From">Setting <c>SmsFrom</c>: a number in E.164, a sender's name, or the id of a messaging service (MG…).</param>
sealed record SmsSettings(string AccountSid, string AuthToken, string Host, string From)
{
    /// <summary>Null when no account is named: then no SMS leaves.</summary>
    /// <exception cref="InvalidOperationException">An account is named and something else is missing.</exception>
    public static SmsSettings? Of(IConfiguration configuration)
    {
        return configuration["TwilioAccountSid"] is { Length: > 0 } account
            ? new(
                account,
                Required("TwilioAuthToken"),
                configuration["TwilioHost"] is { Length: > 0 } host ? host : "https://api.twilio.com",
                Required("SmsFrom"))
            : null;

        string Required(string name) => configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Set {name}, or no TwilioAccountSid.");
    }
}
