using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Security.Web;

/// <summary>Whether a request that may change something was sent by a page of ours, or by no page at all.</summary>
/// <remarks>
/// A platform sign-in and a session both travel by cookie, which a browser also sends when another site makes it call. Browsers say in headers that no script can set
/// who made the call (<see href="https://www.w3.org/TR/fetch-metadata/">Fetch Metadata</see>; older ones by Origin, RFC 6454); programs that are no browser say neither.
/// </remarks>
sealed class OwnOrigin(WebSettings settings)
{
    public bool Sent(HttpRequest request)
    {
        if (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method))
        {
            return true;
        }

        if (request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site)
        {
            return site == "same-origin" || site == "none";
        }

        return request.Headers.Origin is not { Count: > 0 } origin
            || (Uri.TryCreate(origin, UriKind.Absolute, out var from) && (from.Authority == request.Host.Value || from.Authority == settings.PublicUrl?.Authority));
    }
}
