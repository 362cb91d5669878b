using System.Text.RegularExpressions;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The web addresses in a text, to be followed from the page as from a mail program.</summary>
static partial class Links
{
    /// <summary>The text with its web addresses as links.</summary>
    public static Html Linked(string text)
    {
        var markup = Html.Empty;
        var done = 0;
        foreach (Match match in Address().Matches(text))
        {
            markup = Html.Of($"""{markup}{text[done..match.Index]}<a href="{match.Value}">{match.Value}</a>""");
            done = match.Index + match.Length;
        }

        return Html.Of($"{markup}{text[done..]}");
    }

    /// <summary>Up to white space or a bracket, without the punctuation of the sentence around it.</summary>
    [GeneratedRegex("""https?://[^\s<>"'()]*[^\s<>"'().,;:!?]""")]
    private static partial Regex Address();
}
