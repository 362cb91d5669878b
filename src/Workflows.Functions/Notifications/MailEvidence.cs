using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Workflows.Functions.Notifications;

/// <summary>Asks the provider whether it has a mail whose answer was lost: SendGrid's Email Activity, searched by the effect's key.</summary>
/// <remarks>An add-on of SendGrid that an account may lack, with few requests per minute.</remarks>
/// <param name="http">Has SendGrid's address and key.</param>
sealed class MailEvidence(HttpClient http)
{
    public async Task<Evidence> FindAsync(string key, CancellationToken cancellation)
    {
        var query = Uri.EscapeDataString($"unique_args['{SendGridMail.EffectArgument}']=\"{key}\"");
        try
        {
            using var answer = await http.GetAsync(new Uri($"v3/messages?limit=1&query={query}", UriKind.Relative), cancellation);
            return answer.StatusCode switch
            {
                HttpStatusCode.OK => await AnyAsync(answer, cancellation) ? Evidence.HasIt : Evidence.HasItNot,
                HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError => Evidence.AskLater,
                _ => Evidence.None,
            };
        }
        catch (HttpRequestException)
        {
            return Evidence.AskLater;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return Evidence.AskLater;
        }
    }

    static async Task<bool> AnyAsync(HttpResponseMessage answer, CancellationToken cancellation)
    {
        using var found = await JsonDocument.ParseAsync(await answer.Content.ReadAsStreamAsync(cancellation), cancellationToken: cancellation);
        return found.RootElement.GetProperty("messages").GetArrayLength() > 0;
    }

    public static HttpClient Client(NotificationSettings settings) => new()
    {
        BaseAddress = new Uri(settings.SendGridHost.TrimEnd('/') + "/"),
        DefaultRequestHeaders = { Authorization = new AuthenticationHeaderValue("Bearer", settings.SendGridKey) },
        Timeout = TimeSpan.FromSeconds(30),
    };
}

/// <summary>What the provider says about a mail.</summary>
enum Evidence
{
    /// <summary>It has the mail.</summary>
    HasIt,

    /// <summary>It knows of no such mail.</summary>
    HasItNot,

    /// <summary>It could not answer at this moment.</summary>
    AskLater,

    /// <summary>It does not answer such questions.</summary>
    None,
}
