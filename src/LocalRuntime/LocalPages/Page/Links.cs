using System.Net;
using System.Text.RegularExpressions;
using LocalRuntime.LocalPages.Mailbox;

namespace LocalRuntime.LocalPages.Page;

/// <summary>The links of a message, to be followed from the page as from a mail program.</summary>
static partial class Links
{
    /// <summary>Every web address in the text, or in the markup of a message that has no text; each once, in their order.</summary>
    public static IReadOnlyList<string> In(MailboxMessage message) => message.Text is { } text
        ? [.. Address().Matches(text).Select(match => match.Value).Distinct()]
        : [.. Target().Matches(message.Html ?? "").Select(match => WebUtility.HtmlDecode(match.Groups["address"].Value)).Distinct()];

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

    [GeneratedRegex("""href\s*=\s*["'](?<address>https?://[^"']+)["']""", RegexOptions.IgnoreCase)]
    private static partial Regex Target();
}
