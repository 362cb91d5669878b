using System.Text.RegularExpressions;

namespace Workflows.Referrals.Identifiers;

/// <summary>A telephone number in the international form of ITU-T E.164: a plus, the country code and the number, at most fifteen digits.</summary>
public static partial class PhoneNumber
{
    /// <summary>Fifteen digits with as much decoration: what is longer is something else.</summary>
    const int LongestInput = 40;

    /// <summary>Whether the text is a number in that form, without spaces. A Dutch one (+31) has nine digits after the country code.</summary>
    /// <param name="text">Such as "+31612345678".</param>
    public static bool IsValid(string? text) => text is not null && E164().IsMatch(text);

    /// <summary>The international form of a number as people write it in the Netherlands ("06-12345678", "0031 10 123 45 67", "+31 (0)10 1234567"), or null when it is none.</summary>
    /// <param name="text">What was filled in.</param>
    public static string? Normalise(string? text)
    {
        if (text is not { Length: <= LongestInput })
        {
            return null;
        }

        var plain = Decoration().Replace(text, "");
        var international = plain switch
        {
            ['0', '0', .. var rest] => $"+{rest}",
            ['0', .. var rest] => $"+31{rest}",
            _ => plain,
        };

        return IsValid(international) ? international : null;
    }

    [GeneratedRegex(@"^\+(31[1-9][0-9]{8}|(?!31)[1-9][0-9]{6,14})\z")]
    private static partial Regex E164();

    [GeneratedRegex(@"(?<=^\s*(\+|00)[ 0-9]{1,4})\(0\)|[\s().\-]")]
    private static partial Regex Decoration();
}
