using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Feedback;

/// <summary>The page behind a feedback's link. It shows nothing of a person, and its address goes nowhere else.</summary>
static class AcknowledgePage
{
    static readonly LocalText Question = new("Heeft u de terugkoppeling gezien?", "Have you seen the feedback?");
    static readonly LocalText Yes = new("Ja, gezien", "Yes, seen");
    static readonly LocalText Done = new("Dank u wel. De terugkoppeling staat als gezien.", "Thank you. The feedback is marked as seen.");

    public static IResult Asks(Language language) =>
        new Page(language, Question.In(language), $"""<form method="post"><button type="submit">{Yes.In(language)}</button></form>""");

    public static IResult Thanks(Language language) => new Page(language, Done.In(language), "");

    sealed class Page(Language language, string title, string content) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var headers = httpContext.Response.Headers;
            headers.CacheControl = "no-store";
            headers.ContentSecurityPolicy = "default-src 'none'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'";
            headers["Referrer-Policy"] = "no-referrer";
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(
                $"""
                <!DOCTYPE html>
                <html lang="{(language == Language.English ? "en" : "nl")}">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
                <body><main><h1>{title}</h1>{content}</main></body>
                </html>
                """,
                httpContext.RequestAborted);
        }
    }
}
