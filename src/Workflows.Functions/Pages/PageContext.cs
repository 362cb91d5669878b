using Workflows.Functions.Problems;
using Workflows.Functions.Security;

namespace Workflows.Functions.Pages;

/// <summary>For whom a page is written, as every component on it may know.</summary>
/// <param name="Language">The language to speak.</param>
/// <param name="Caller">Who is signed in; null for nobody.</param>
/// <param name="Name">What the header calls who is signed in; null for nobody.</param>
/// <param name="Address">The page's own path and query, without a choice of language.</param>
/// <param name="IsEmbedded">Whether the page stands inside a page of somebody else: then it has no header of its own.</param>
sealed record PageContext(Language Language, Caller? Caller, string? Name, string Address, bool IsEmbedded)
{
    /// <summary>The same page in another language.</summary>
    public string In(Language language) => $"{Address}{(Address.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{LanguageOfPages.Query}={language.Code}";
}
