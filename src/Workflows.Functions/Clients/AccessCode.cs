using System.Globalization;

namespace Workflows.Functions.Clients;

/// <summary>
/// The number on a client's letter, by which the app knows which referral is theirs. It opens nothing: who types it is sent a code, to the address in the dossier.
/// </summary>
/// <remarks>Twelve digits, so that a phone shows its large keys, and the last of them checks the others (ISO/IEC 7812-1): a slip of the finger is told at once, without a look at what exists.</remarks>
static class AccessCode
{
    const int Length = 12;
    const int Group = 4;

    /// <summary>The code whose first eleven digits these are the last of.</summary>
    public static string Of(ulong number)
    {
        var digits = (number % 100_000_000_000).ToString("D11", CultureInfo.InvariantCulture);
        return digits + CheckDigit(digits);
    }

    /// <summary>The digits of what somebody typed, however they were grouped; null when that can be no code.</summary>
    public static string? Read(string? typed)
    {
        var digits = string.Concat((typed ?? "").Where(character => !char.IsWhiteSpace(character) && character is not ('-' or '.')));
        return digits.Length == Length && digits.All(char.IsAsciiDigit) && CheckDigit(digits[..^1]) == digits[^1] ? digits : null;
    }

    /// <summary>As people read it: <c>4821 7730 1659</c>.</summary>
    public static string Shown(string code) => string.Join(' ', code.Chunk(Group).Select(digits => new string(digits)));

    static char CheckDigit(string digits)
    {
        var sum = digits.Reverse().Index().Sum(digit => digit.Index % 2 == 0 ? Doubled(digit.Item - '0') : digit.Item - '0');
        return (char)('0' + (10 - sum % 10) % 10);
    }

    static int Doubled(int digit) => digit > 4 ? (2 * digit) - 9 : 2 * digit;
}
