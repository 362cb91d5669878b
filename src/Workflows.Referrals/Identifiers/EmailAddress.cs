using System.Text.RegularExpressions;

namespace Workflows.Referrals.Identifiers;

/// <summary>An email address, checked for what people mistype and for what would break a header. Whether it exists only a message can tell.</summary>
public static partial class EmailAddress
{
    /// <summary>Whether the text looks like an address: one @, a domain with a dot, no spaces or control characters, at most 254 characters (RFC 5321).</summary>
    /// <param name="text">The address alone, without a display name.</param>
    public static bool IsValid(string? text) => text is { Length: <= 254 } && Form().IsMatch(text) && !text.Contains("..", StringComparison.Ordinal);

    [GeneratedRegex(@"^[^\s@.\p{C}<>,;:""()\[\]\\][^\s@\p{C}<>,;:""()\[\]\\]{0,63}(?<!\.)@([\p{L}\p{N}]([\p{L}\p{N}-]{0,61}[\p{L}\p{N}])?\.)+[\p{L}\p{N}-]{2,63}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Form();
}
