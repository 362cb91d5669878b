using System.Collections.Concurrent;
using System.Resources;
using Workflows.Functions.Problems;

namespace Workflows.Functions.Pages;

/// <summary>The words of the pages: one <c>Texts.resx</c> (Dutch) and <c>Texts.en.resx</c> (English) in each folder.</summary>
static class PageTexts
{
    static readonly ConcurrentDictionary<string, ResourceManager> Folders = [];

    /// <param name="place">A type of the folder whose texts are meant.</param>
    /// <param name="name">The text's name.</param>
    /// <param name="language">The reader's language.</param>
    /// <param name="values">What fills the places; a text without values may hold braces.</param>
    /// <exception cref="MissingManifestResourceException">There is no such text.</exception>
    public static string Of(Type place, string name, Language language, params ReadOnlySpan<object?> values)
    {
        var text = Find(place, name, language) ?? throw new MissingManifestResourceException($"There is no text {name} in {place.Namespace}.");
        return values.IsEmpty ? text : string.Format(language.Culture, text, values);
    }

    /// <summary>The text of that name; null when there is none.</summary>
    public static string? Find(Type place, string name, Language language) =>
        Folders.GetOrAdd($"{place.Namespace}.Texts", static (folder, assembly) => new(folder, assembly), place.Assembly).GetString(name, language.Culture);
}
