namespace Workflows.Referrals.Identifiers;

/// <summary>The code under which Vektis registers care providers and practices.</summary>
public static class AgbCode
{
    /// <summary>Whether the text is an AGB code: eight digits, of which the first two are the kind of care.</summary>
    /// <param name="text">The code.</param>
    public static bool IsValid(string? text) => text is { Length: 8 } && text.All(char.IsAsciiDigit) && text != "00000000";

    /// <summary>Whether the code is one of general practitioners and their practices, which start with 01.</summary>
    /// <param name="text">The code.</param>
    public static bool IsGeneralPractice(string? text) => IsValid(text) && text!.StartsWith("01", StringComparison.Ordinal);
}
