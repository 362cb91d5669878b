#nullable disable   // like the official assembly, so that the same code compiles against both
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>Sends mail through the Twilio SendGrid v3 API.</summary>
public interface ISendGridClient
{
    /// <summary>Hands one message to the mail/send endpoint.</summary>
    /// <param name="msg">The message; it is serialized as it stands and not validated here.</param>
    /// <param name="cancellationToken">Abandons the call; the message may then have been accepted all the same.</param>
    /// <returns>What the API answered, a refusal too: 202 means accepted for delivery, not delivered.</returns>
    /// <exception cref="HttpRequestException">No answer was received.</exception>
    Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default);
}
