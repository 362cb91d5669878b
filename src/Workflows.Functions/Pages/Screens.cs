using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Http.HttpResults;
using Workflows.Functions.Directory;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages;

/// <summary>Answers with a page: a Razor component, rendered for whoever asks.</summary>
sealed class Screens(DirectoryStore directory, SafeCookies cookies)
{
    static readonly TimeSpan LanguageLasts = TimeSpan.FromDays(365);

    /// <param name="request">Who asks, and in which language.</param>
    /// <param name="parameters">The page's parameters, as an anonymous object.</param>
    /// <param name="status">The status of the answer.</param>
    /// <param name="isEmbedded">Whether the page stands inside a page of a practice.</param>
    public async Task<IResult> ShowAsync<TPage>(HttpRequest request, object? parameters = null, int status = StatusCodes.Status200OK, bool isEmbedded = false)
        where TPage : IComponent
    {
        var http = request.HttpContext;
        var caller = http.Features.Get<Caller>();
        var language = LanguageOfPages.Of(request);
        http.Features.Set(new PageContext(language, caller, await NameOfAsync(caller, http.RequestAborted), AddressOf(request), isEmbedded));
        if (LanguageOfPages.Chosen(request) is { } chosen)
        {
            http.Response.Cookies.Append(LanguageOfPages.Cookie, chosen.Code, cookies.Options(LanguageLasts));
        }

        if (isEmbedded)
        {
            http.Response.LetFramingSitesShowIt();
        }

        http.Response.Headers.ContentLanguage = language.Code;
        http.Response.Headers.CacheControl = "no-store";
        return new RazorComponentResult<TPage>(parameters ?? new { }) { StatusCode = status, PreventStreamingRendering = true };
    }

    static string AddressOf(HttpRequest request) =>
        request.Path + new QueryBuilder(request.Query.Where(parameter => parameter.Key != LanguageOfPages.Query)).ToString();

    /// <summary>A name that is in the directory; an account that is known by its id alone has none.</summary>
    async Task<string?> NameOfAsync(Caller? caller, CancellationToken cancellation) => caller switch
    {
        { Role: Role.Worker or Role.Coordinator, Organisation: { } organisation } => (await directory.OrganisationAsync(organisation, cancellation))?.Worker(caller.Id)?.Name,
        { Role: Role.Referrer, Practice: { } practice } => (await directory.AllAsync(cancellation)).Organisations.Select(organisation => organisation.Practice(practice)?.Name).FirstOrDefault(name => name is not null),
        { Role: Role.Funder } => (await directory.SharedAsync(cancellation)).Funders.FirstOrDefault(funder => funder.Id == caller.Id)?.Name,
        { Role: Role.Administrator } => (await directory.SharedAsync(cancellation)).Administrators.FirstOrDefault(administrator => administrator.Id == caller.Id)?.Name,
        _ => null,
    };
}
