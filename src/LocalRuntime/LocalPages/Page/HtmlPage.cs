using System.Reflection;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.LocalPages.Page;

/// <summary>A whole page as an answer: one style sheet, no script, nothing from elsewhere.</summary>
static class HtmlPage
{
    static readonly string Style = Read("LocalPages.css");

    public static IResult StyleSheet() => Results.Text(Style, "text/css");

    public static IResult Of(string title, Html body, int status = StatusCodes.Status200OK) => new Answer(status, Html.Of($"""
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>{title}</title>
        <link rel="stylesheet" href="/local/pages.css">
        <link rel="icon" href="data:,">
        </head>
        <body>
        <a class="skip" href="#main">Skip to content</a>
        {body}
        </body>
        </html>
        """));

    static string Read(string name)
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!);
        return reader.ReadToEnd();
    }

    sealed class Answer(int status, Html page) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.CacheControl = "no-store";
            headers.XContentTypeOptions = "nosniff";
            headers["Referrer-Policy"] = "same-origin";

            // Inline styles and data images are for the mails shown in a frame, which is under this policy too.
            headers.ContentSecurityPolicy =
                "default-src 'none'; style-src 'self' 'unsafe-inline'; img-src data:; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
            return Results.Text(page.Markup, "text/html; charset=utf-8", statusCode: status).ExecuteAsync(httpContext);
        }
    }
}
