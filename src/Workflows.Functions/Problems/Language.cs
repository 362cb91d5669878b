using Microsoft.AspNetCore.Http;

namespace Workflows.Functions.Problems;

/// <summary>The languages in which the product speaks. Dutch unless the caller prefers English.</summary>
enum Language
{
    Dutch,
    English,
}

/// <summary>Which language a caller asked for (RFC 9110, section 12.5.4).</summary>
static class PreferredLanguage
{
    public static Language Of(HttpRequest request)
    {
        var preferred = request.GetTypedHeaders().AcceptLanguage
            .Select((range, position) => (Language: Named(range.Value.Value), Quality: range.Quality ?? 1, position))
            .Where(range => range.Language is not null && range.Quality > 0)
            .OrderByDescending(range => range.Quality)
            .ThenBy(range => range.position)
            .Select(range => range.Language)
            .FirstOrDefault();
        return preferred ?? Language.Dutch;
    }

    /// <summary>A range may carry a region: nl-BE and en-GB are Dutch and English.</summary>
    static Language? Named(string? range) => range?.Split('-')[0].ToUpperInvariant() switch
    {
        "NL" => Language.Dutch,
        "EN" => Language.English,
        _ => null,
    };
}
