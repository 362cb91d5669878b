using System.Net;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;

namespace LocalRuntime.LocalPages;

/// <summary>Keeps the local pages to the developer at this machine: everybody else is told that there is nothing here.</summary>
/// <remarks>
/// The caller must be on loopback and name it as the host (a page elsewhere can point its own name at 127.0.0.1), and what changes
/// something must come from these pages or from no page at all, as curl and the app's own senders do.
/// </remarks>
sealed class LocalOnly : IEndpointFilter
{
    public async ValueTask<object?> InvokeAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        var http = context.HttpContext;
        if (http.Connection.RemoteIpAddress is { } caller && !IPAddress.IsLoopback(caller) || !NamesLoopback(http.Request.Host.Host))
        {
            return Results.NotFound();
        }

        return IsUnsafe(http.Request) && ComesFromElsewhere(http.Request)
            ? Results.Problem("This request comes from a page of another origin.", statusCode: StatusCodes.Status403Forbidden)
            : await next(context);
    }

    static bool NamesLoopback(string host) =>
        host.Equals("localhost", StringComparison.OrdinalIgnoreCase) || IPAddress.TryParse(host.Trim('[', ']'), out var address) && IPAddress.IsLoopback(address);

    static bool IsUnsafe(HttpRequest request) => !HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method);

    static bool ComesFromElsewhere(HttpRequest request) =>
        request.Headers["Sec-Fetch-Site"] is { Count: > 0 } site && site != "same-origin" && site != "none"
        || request.Headers.Origin is { Count: > 0 } origin && origin != new StringValues($"{request.Scheme}://{request.Host}");
}
