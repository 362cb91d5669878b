using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Pages.Administer;

/// <summary>What a page of the directory tells about what was changed on the page before.</summary>
static class DirectoryNotices
{
    public const string Person = "persoon";
    public const string Absence = "afwezigheid";
    public const string Agreement = "afspraak";
    public const string ClosingDays = "sluitingsdagen";
    public const string Pathway = "werkproces";

    const string DoneQuery = "gedaan";

    static readonly string[] All = [Person, Absence, Agreement, ClosingDays, Pathway];

    /// <summary>The address of the page that tells it.</summary>
    public static string Address(string page, string what) => $"{page}?{DoneQuery}={what}";

    /// <summary>In words; null when nothing was changed.</summary>
    public static string? Of(HttpRequest request) => All.Contains(request.Query[DoneQuery].ToString())
        ? PageTexts.Of(typeof(DirectoryNotices), $"Done.{request.Query[DoneQuery]}", LanguageOfPages.Of(request))
        : null;
}
