using System.Buffers.Text;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Workflows.Referrals.Identifiers;

/// <summary>Recognises that two referrals may be about the same person, without keeping who that is.</summary>
/// <remarks>Only a hint for the coordinator, who sees both referrals and decides: people share names and birthdays.</remarks>
public static class ClientIdentity
{
    /// <summary>A keyed hash (HMAC-SHA256) of who someone is, as text that may stand in a storage key. Without the key nobody can try names against it.</summary>
    /// <param name="key">The organisation's secret key, so that organisations cannot compare clients: 32 bytes or more.</param>
    /// <param name="givenName">Its first letter counts, because many write no more than that.</param>
    /// <param name="familyName">Its words count, not their order, nor accents, case, hyphens: "Jansen-de Vries" is "de Vries Jansen".</param>
    /// <param name="birthDate">Counts as it is.</param>
    /// <exception cref="ArgumentException">The key is shorter than 32 bytes.</exception>
    public static string KeyedHash(ReadOnlySpan<byte> key, string givenName, string familyName, DateOnly birthDate)
    {
        if (key.Length < 32)
        {
            throw new ArgumentException("A key of 32 bytes or more is needed.", nameof(key));
        }

        var initial = string.Concat(Words(givenName)).AsSpan() is [var first, ..] ? first : ' ';
        var family = string.Join(' ', Words(familyName).Order(StringComparer.Ordinal));
        var identity = string.Create(CultureInfo.InvariantCulture, $"{birthDate:yyyy-MM-dd}\n{initial}\n{family}");

        return Base64Url.EncodeToString(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(identity)));
    }

    /// <summary>The words of a name in plain capitals: decomposed, so that an accent is a character of its own, which is left out.</summary>
    static string[] Words(string name)
    {
        var letters = name.Normalize(NormalizationForm.FormD)
            .Where(character => CharUnicodeInfo.GetUnicodeCategory(character) is not UnicodeCategory.NonSpacingMark)
            .Select(character => char.IsLetter(character) ? char.ToUpperInvariant(character) : character is '\'' or '’' or '.' ? '\0' : ' ')
            .Where(character => character != '\0');

        return string.Concat(letters).Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }
}
