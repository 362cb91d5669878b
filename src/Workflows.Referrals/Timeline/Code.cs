using System.Text.Json;

namespace Workflows.Referrals.Timeline;

/// <summary>Codes and ids: the only texts that a referral, its events and its commands hold.</summary>
public static class Code
{
    const int Longest = 100;

    /// <summary>An enum's member as a code for the outside world: its camelCase name, such as <c>noShow</c>.</summary>
    /// <param name="member">The member.</param>
    /// <typeparam name="T">The enum.</typeparam>
    public static string Of<T>(T member)
        where T : struct, Enum => Names<T>.All[member];

    /// <summary>Whether a text can be an id, a code or the name of a dossier section: no sentence and no email address passes for one.</summary>
    /// <param name="text">1 to 100 ASCII letters, digits, dots, hyphens, underscores and exclamation marks.</param>
    public static bool IsOne(string text) =>
        text.Length is > 0 and <= Longest && text.All(character => char.IsAsciiLetterOrDigit(character) || character is '.' or '-' or '_' or '!');

    /// <summary>Made once: every message and every status reason asks for one.</summary>
    static class Names<T>
        where T : struct, Enum
    {
        public static readonly Dictionary<T, string> All =
            Enum.GetValues<T>().ToDictionary(member => member, member => JsonNamingPolicy.CamelCase.ConvertName(member.ToString()));
    }
}
