#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Net.Http.Headers;
using System.Text;
using SendGrid.Helpers.Mail;

namespace SendGrid;

/// <summary>The calls that every SendGrid client has in common.</summary>
public abstract class BaseClient : ISendGridClient
{
    const string Json = "application/json";

    readonly BaseClientOptions options;
    readonly HttpClient client;

    /// <summary>A client with an <see cref="HttpClient"/> of its own.</summary>
    protected BaseClient(BaseClientOptions options)
        : this(null, options)
    {
    }

    /// <summary>A client that calls through <paramref name="httpClient"/>; null stands for one of its own.</summary>
    protected BaseClient(HttpClient httpClient, BaseClientOptions options)
    {
        this.options = options ?? throw new ArgumentNullException(nameof(options));
        client = httpClient ?? new HttpClient();
    }

    /// <inheritdoc />
    public async Task<Response> SendEmailAsync(SendGridMessage msg, CancellationToken cancellationToken = default)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"{options.Host.TrimEnd('/')}/{options.Version}/mail/send");
        request.Content = new StringContent(msg.Serialize(), Encoding.UTF8, Json);
        request.Content.Headers.ContentType.CharSet = null;
        foreach (var (name, value) in options.RequestHeaders ?? [])
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        request.Headers.Authorization = options.Auth;
        request.Headers.Accept.Add(new MediaTypeWithQualityHeaderValue(Json));
        request.Headers.UserAgent.TryParseAdd("sendgrid/9.29.3.0 csharp");

        var answer = await client.SendAsync(request, cancellationToken).ConfigureAwait(false);
        return new Response(answer.StatusCode, answer.Content, answer.Headers);
    }
}
