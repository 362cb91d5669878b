using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace Workflows.Functions.Security.Web;

/// <summary>Gives every answer of an HTTP function the headers that keep a browser from doing more with it than we meant.</summary>
sealed class SafeHeaders(WebSettings settings, IHostEnvironment environment) : IFunctionsWorkerMiddleware
{
    /// <summary>Nothing that a page does not need: no inline script or style, nothing from elsewhere.</summary>
    const string Content = "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors ";

    const string Permissions = "accelerometer=(), camera=(), display-capture=(), geolocation=(), gyroscope=(), microphone=(), payment=(), usb=()";

    public Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is { } http)
        {
            if (!environment.IsDevelopment())
            {
                // TLS ends at the platform's front, which lets no plain http through; here the request would look like one, and no cookie could be Secure.
                http.Request.Scheme = Uri.UriSchemeHttps;
            }

            // When the answer starts, not now: a failure clears what was set before it.
            http.Response.OnStarting(Write, http);
        }

        return next(context);
    }

    Task Write(object state)
    {
        var response = ((HttpContext)state).Response;
        var framed = response.IsFramed;
        var headers = response.Headers;
        headers.ContentSecurityPolicy = Content + (framed ? $"'self' {settings.FramingSites}".TrimEnd() : "'none'");
        headers.XContentTypeOptions = "nosniff";
        headers["Referrer-Policy"] = "same-origin";
        headers["Permissions-Policy"] = Permissions;
        headers["Cross-Origin-Opener-Policy"] = "same-origin";
        headers["Cross-Origin-Embedder-Policy"] = "require-corp";
        headers["Cross-Origin-Resource-Policy"] = framed ? "cross-origin" : "same-origin";
        if (headers.CacheControl.Count == 0)
        {
            headers.CacheControl = "no-store";
        }

        if (!environment.IsDevelopment())
        {
            headers.StrictTransportSecurity = "max-age=31536000; includeSubDomains";
        }

        return Task.CompletedTask;
    }
}
