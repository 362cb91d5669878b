using System.Text.RegularExpressions;

namespace Workflows.Referrals.Identifiers;

/// <summary>A Dutch postal code, four digits and two letters.</summary>
public static partial class PostalCode
{
    /// <summary>The code as "1234 AB", or null when the text is none. The combinations SA, SD and SS are not given out.</summary>
    /// <param name="text">With or without the space, in any case.</param>
    public static string? Normalise(string? text) =>
        Form().Match(text ?? "") is { Success: true } match ? $"{match.Groups[1].Value} {match.Groups[2].Value.ToUpperInvariant()}" : null;

    /// <summary>The neighbourhood: the four digits, or null when the text is no postal code.</summary>
    /// <param name="text">With or without the space, in any case.</param>
    public static string? Area(string? text) => Normalise(text)?[..4];

    [GeneratedRegex(@"^\s*([1-9][0-9]{3}) ?(?!S[ADS])([A-Z]{2})\s*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
