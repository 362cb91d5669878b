using System.Globalization;
using Microsoft.AspNetCore.Http;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages;

/// <summary>In which language somebody reads the pages: Dutch, or English by choice. What the browser prefers does not count: the people are Dutch, their browsers often English.</summary>
static class LanguageOfPages
{
    public const string Query = "lang";
    public const string Cookie = "lang";

    static readonly CultureInfo Dutch = CultureInfo.GetCultureInfo("nl-NL");
    static readonly CultureInfo English = CultureInfo.GetCultureInfo("en-GB");

    /// <summary>The language of who has chosen none.</summary>
    public const Language Default = Language.Dutch;

    public static Language Of(HttpRequest request) => Chosen(request) ?? Named(request.Cookies[Cookie]) ?? Default;

    /// <summary>The choice that this request makes; null when it makes none.</summary>
    public static Language? Chosen(HttpRequest request) => Named(request.Query[Query]);

    static Language? Named(string? code) => code switch
    {
        "nl" => Language.Dutch,
        "en" => Language.English,
        _ => null,
    };

    extension(Language language)
    {
        /// <summary>How it is written in <c>lang</c> attributes, cookies and addresses.</summary>
        public string Code => language == Language.English ? "en" : "nl";

        public CultureInfo Culture => language == Language.English ? English : Dutch;
    }
}
