using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;

namespace Workflows.Functions.Notifications;

/// <summary>Hands text messages to Twilio's Messages API, and tells apart what certainly was not taken from what may have been.</summary>
/// <param name="http">Has Twilio's address and the account's token.</param>
/// <param name="sms">The account and the sender.</param>
/// <param name="settings">Where Twilio reports what became of a message.</param>
sealed class TwilioSms(HttpClient http, SmsSettings sms, NotificationSettings settings)
{
    /// <summary>Twilio's error 21610: whoever has this number answered STOP to one of our messages.</summary>
    public const string OptedOut = "twilio21610";

    public async Task<ProviderAnswer> SendAsync(string key, string number, string text, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["To"] = number,
            [sms.From.StartsWith("MG", StringComparison.Ordinal) ? "MessagingServiceSid" : "From"] = sms.From,
            ["Body"] = text,
            ["StatusCallback"] = StatusCallback(settings.PublicUrl, key).ToString(),
        });
        try
        {
            using var answer = await http.PostAsync(new Uri($"2010-04-01/Accounts/{sms.AccountSid}/Messages.json", UriKind.Relative), form, cancellation);
            return await DetailAsync(answer, cancellation) is var detail && detail is OptedOut ? new(ProviderResult.OptedOut, detail) : ProviderAnswer.Of(answer.StatusCode, detail);
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

    /// <summary>Where Twilio reports about the message of this key. Twilio signs the whole address.</summary>
    public static Uri StatusCallback(Uri publicUrl, string key) => new(publicUrl, $"api/webhooks/twilio/{key}");

    /// <summary>The message's sid, or the number of the error. Its sentence stays out: it holds the number that was called.</summary>
    static async Task<string?> DetailAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        try
        {
            using var body = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
            return answer.IsSuccessStatusCode
                ? body.RootElement.TryGetProperty("sid", out var sid) ? sid.GetString() : null
                : body.RootElement.TryGetProperty("code", out var code) ? $"twilio{code.GetRawText()}" : null;
        }
        catch (Exception unreadable) when (unreadable is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    public static HttpClient Client(SmsSettings settings) => new()
    {
        BaseAddress = new Uri(settings.Host.TrimEnd('/') + "/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes($"{settings.AccountSid}:{settings.AuthToken}"))) },
        Timeout = TimeSpan.FromSeconds(30),
    };
}
