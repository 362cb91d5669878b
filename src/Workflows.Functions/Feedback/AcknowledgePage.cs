using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;
using Workflows.Functions.Security.Web;
using Workflows.Referrals.Pathways;

namespace Workflows.Functions.Feedback;

/// <summary>The page behind a feedback's link. It shows nothing of a person.</summary>
static class AcknowledgePage
{
    static readonly LocalText Question = new("Heeft u de terugkoppeling gezien?", "Have you seen the feedback?");
    static readonly LocalText Yes = new("Ja, gezien", "Yes, seen");
    static readonly LocalText Done = new("Dank u wel. De terugkoppeling staat als gezien.", "Thank you. The feedback is marked as seen.");

    public static IResult Asks(Language language) =>
        new Page(language, Question.In(language), Yes.In(language));

    public static IResult Thanks(Language language) => new Page(language, Done.In(language), button: null);

    sealed class Page(Language language, string title, string? button) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            var form = button is null ? "" : $"""<form method="post">{FormToken.Field(httpContext)}<button type="submit">{button}</button></form>""";
            httpContext.Response.ContentType = "text/html; charset=utf-8";
            return httpContext.Response.WriteAsync(
                $"""
                <!DOCTYPE html>
                <html lang="{(language == Language.English ? "en" : "nl")}">
                <head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>{title}</title></head>
                <body><main><h1>{title}</h1>{form}</main></body>
                </html>
                """,
                httpContext.RequestAborted);
        }
    }
}
