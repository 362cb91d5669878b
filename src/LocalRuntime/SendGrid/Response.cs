#nullable disable   // like the official assembly, so that the same code compiles against both
using System.Net;
using System.Net.Http.Headers;

namespace SendGrid;

/// <summary>What the API answered.</summary>
public class Response(HttpStatusCode statusCode, HttpContent responseBody, HttpResponseHeaders responseHeaders)
{
    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; set; } = statusCode;

    /// <summary>Whether the status is 2xx.</summary>
    public bool IsSuccessStatusCode => (int)StatusCode is >= 200 and <= 299;

    /// <summary>The body: empty for an accepted mail, JSON with <c>errors</c> for a refused one.</summary>
    public HttpContent Body { get; set; } = responseBody;

    /// <summary>The headers; <c>X-Message-Id</c> names an accepted message.</summary>
    public HttpResponseHeaders Headers { get; set; } = responseHeaders;
}
