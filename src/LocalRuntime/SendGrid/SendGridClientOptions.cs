#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>Where and how a <see cref="SendGridClient"/> calls the API.</summary>
public class SendGridClientOptions : BaseClientOptions
{
    string apiKey;

    /// <summary>Options for <c>https://api.sendgrid.com</c>, without a key.</summary>
    public SendGridClientOptions() => Host = "https://api.sendgrid.com";

    /// <summary>The API key; setting it sets the Authorization header.</summary>
    /// <exception cref="ArgumentNullException">The key is empty.</exception>
    public string ApiKey
    {
        get => apiKey;
        set
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                throw new ArgumentNullException(nameof(value));
            }

            apiKey = value;
            Auth = new AuthenticationHeaderValue("Bearer", value);
        }
    }
}
