using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What a page tells about what was done on the page before. The address names the command alone.</summary>
static class DoneTexts
{
    const string DoneQuery = "gedaan";
    const string TakenQuery = "ontvangen";

    /// <summary>The address of the page that tells it.</summary>
    /// <param name="page">The page's path.</param>
    /// <param name="command">What was done.</param>
    /// <param name="isVisible">Whether the page will show it, or only a moment later.</param>
    public static string Address(string page, string command, bool isVisible) => $"{page}?{(isVisible ? DoneQuery : TakenQuery)}={command}";

    /// <summary>In words; null when nothing was done.</summary>
    public static string? Of(HttpRequest request, Language language) =>
        request.Query[DoneQuery].ToString() is { Length: > 0 } done ? CommandTexts.FindFor(request.HttpContext.Features.Get<Caller>()?.Role, $"Done.{done}", language)
        : request.Query.ContainsKey(TakenQuery) ? CommandTexts.Text("Taken", language)
        : null;
}
