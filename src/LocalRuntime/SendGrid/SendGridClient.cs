#nullable disable   // like the official assembly, so that the same code compiles against both
namespace SendGrid;

/// <summary>Sends mail through the Twilio SendGrid v3 API, authorized by an API key.</summary>
public class SendGridClient : BaseClient
{
    /// <summary>A client for <paramref name="apiKey"/>; what is null keeps the value of <see cref="SendGridClientOptions"/>.</summary>
    public SendGridClient(string apiKey, string host = null, Dictionary<string, string> requestHeaders = null, string version = null, string urlPath = null)
        : base(Options(apiKey, host, requestHeaders, version, urlPath))
    {
    }

    /// <summary>A client with an <see cref="HttpClient"/> of its own.</summary>
    public SendGridClient(SendGridClientOptions options)
        : base(options)
    {
    }

    /// <summary>A client that calls through <paramref name="httpClient"/>, which stays the caller's.</summary>
    public SendGridClient(HttpClient httpClient, SendGridClientOptions options)
        : base(httpClient, options)
    {
    }

    static SendGridClientOptions Options(string apiKey, string host, Dictionary<string, string> requestHeaders, string version, string urlPath)
    {
        var options = new SendGridClientOptions { ApiKey = apiKey, UrlPath = urlPath };
        options.Host = host ?? options.Host;
        options.RequestHeaders = requestHeaders ?? options.RequestHeaders;
        options.Version = version ?? options.Version;
        return options;
    }
}
