using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

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

    /// <exception cref="InvalidOperationException">A setting is missing.</exception>
    public static NotificationSettings Of(IConfiguration configuration, IHostEnvironment environment)
    {
        return new(
            Required("SendGridKey"),
            configuration["SendGridHost"] is { Length: > 0 } host ? host : "https://api.sendgrid.com",
            Required("MailFrom"),
            new Uri(Required("PublicUrl")),
            environment.IsDevelopment() ? TimeSpan.Zero : TimeSpan.FromMinutes(15))
        {
            SendGridEventKey = configuration["SendGridEventKey"] is { Length: > 0 } key ? key : null,
        };

        string Required(string name) => configuration[name] is { Length: > 0 } value ? value : throw new InvalidOperationException($"Set {name}.");
    }
}
