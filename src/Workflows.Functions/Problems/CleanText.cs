using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Workflows.Functions.Problems;

/// <summary>Text from outside as it is kept: valid Unicode in form NFC, trimmed, with line feeds as its only control characters.</summary>
static class CleanText
{
    /// <summary>The text, which may have more than one line when <paramref name="lines"/> says so, or which rule it breaks.</summary>
    public static bool TryRead(JsonElement element, bool lines, [NotNullWhen(true)] out string? text, [NotNullWhen(false)] out FieldRule? refused)
    {
        text = null;
        if (!TryGetString(element, out var raw) || raw.EnumerateRunes().Any(IsNoncharacter))
        {
            refused = FieldRules.MalformedText;
            return false;
        }

        var unified = lines ? raw.ReplaceLineEndings("\n").Replace('\t', ' ') : raw;
        if (unified.EnumerateRunes().Any(rune => IsControl(rune) && !(lines && rune.Value == '\n')))
        {
            refused = FieldRules.ControlCharacters;
            return false;
        }

        text = unified.Normalize(NormalizationForm.FormC).Trim();
        refused = null;
        return true;
    }

    /// <summary>JSON can escape half a surrogate pair; .NET then throws where the text is taken out.</summary>
    static bool TryGetString(JsonElement element, [NotNullWhen(true)] out string? raw)
    {
        try
        {
            raw = element.GetString();
            return raw is not null;
        }
        catch (InvalidOperationException)
        {
            raw = null;
            return false;
        }
    }

    static bool IsNoncharacter(Rune rune) => (rune.Value & 0xFFFE) == 0xFFFE || rune.Value is >= 0xFDD0 and <= 0xFDEF;

    /// <summary>Also the marks that turn the direction of writing: with them a name or a note can be made to read as something else.</summary>
    static bool IsControl(Rune rune) =>
        Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator
        || rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
