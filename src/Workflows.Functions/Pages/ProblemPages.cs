using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Primitives;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages;

/// <summary>Shows people with a browser what programs get as a problem document, and leads who is not signed in to the sign-in and back.</summary>
sealed class ProblemPages(Screens screens)
{
    /// <summary>Whether a page is wanted: browsers name HTML when somebody follows a link or sends a form, programs and scripts do not.</summary>
    public static bool AreWanted(HttpRequest request) =>
        request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) == true);

    public async Task AnswerAsync(HttpContext http, Problem problem)
    {
        var answer = problem.Kind.Status != StatusCodes.Status401Unauthorized ? await ExplainAsync(http.Request, problem)
            : HttpMethods.IsPost(http.Request.Method) && http.Request.HasFormContentType ? await KeepAsync(http.Request)
            : new SeeOther(ReturnAddress.SignIn(http.Request.Path + http.Request.QueryString));
        await answer.ExecuteAsync(http);
    }

    /// <summary>The session ended while somebody was writing: what was written comes back, to be sent again after a new sign-in.</summary>
    public async Task<IResult> KeepAsync(HttpRequest request)
    {
        var form = await request.ReadFormAsync(request.HttpContext.RequestAborted);
        IReadOnlyList<KeyValuePair<string, StringValues>> fields = [.. form];
        return await screens.ShowAsync<SessionEndedPage>(request, new { Fields = fields }, StatusCodes.Status401Unauthorized);
    }

    Task<IResult> ExplainAsync(HttpRequest request, Problem problem)
    {
        var language = LanguageOfPages.Of(request);
        return screens.ShowAsync<ProblemPage>(
            request,
            new
            {
                Title = problem.Kind.Title.In(language),
                Explanation = (problem.Detail ?? problem.Kind.Detail).In(language, [.. problem.Values]),
                IsOldLink = problem.Kind == ProblemKind.LinkExpired,
            },
            problem.Kind.Status);
    }
}
