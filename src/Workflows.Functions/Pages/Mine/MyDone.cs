using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages.Mine;

/// <summary>What a page tells about what the client did on the page before. The address names the command alone.</summary>
static class MyDone
{
    const string DoneQuery = "gedaan";
    const string TakenQuery = "ontvangen";

    public static string Address(string page, string command, bool isVisible) => $"{page}?{(isVisible ? DoneQuery : TakenQuery)}={command}";

    /// <summary>In words; null when nothing was done.</summary>
    public static string? Of(HttpRequest request, Language language) =>
        request.Query[DoneQuery].ToString() is { Length: > 0 } done ? PageTexts.Find(typeof(MyDone), $"Done.{done}", language)
        : request.Query.ContainsKey(TakenQuery) ? PageTexts.Of(typeof(MyDone), "Taken", language)
        : null;
}
