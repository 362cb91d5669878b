using System.Text.RegularExpressions;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Problems;

/// <summary>A form that a text must have, and what is said when it has not.</summary>
/// <param name="Fits">Whether a text has the form. It is asked only about clean, trimmed texts that are not empty.</param>
/// <param name="Rule">What a text breaks that has not.</param>
sealed partial record FieldFormat(Func<string, bool> Fits, FieldRule Rule)
{
    public static readonly FieldFormat Phone = new(PhoneNumber.IsValid, FieldRules.Phone);
    public static readonly FieldFormat Email = new(EmailAddress.IsValid, FieldRules.Email);
    public static readonly FieldFormat Postal = new(text => PostalCode.Normalise(text) is not null, FieldRules.PostalCode);
    public static readonly FieldFormat Agb = new(AgbCode.IsValid, FieldRules.Agb);
    public static readonly FieldFormat PostalArea = new(PostalAreaPattern().IsMatch, FieldRules.PostalArea);

    /// <summary>Our own ids become storage keys and parts of routes as they are.</summary>
    public static readonly FieldFormat Identifier = new(text => text.Length <= 40 && IdentifierPattern().IsMatch(text), FieldRules.Identifier);

    public static readonly FieldFormat Language = new(LanguagePattern().IsMatch, FieldRules.Language);

    // \z and [0-9]: $ would accept a line feed at the end, and \d the digits of every script.
    [GeneratedRegex(@"\A[1-9][0-9]{3}\z")]
    private static partial Regex PostalAreaPattern();

    [GeneratedRegex(@"\A[a-z0-9]+(-[a-z0-9]+)*\z")]
    private static partial Regex IdentifierPattern();

    [GeneratedRegex(@"\A[a-z]{2,3}(-[A-Za-z0-9]{2,8})?\z")]
    private static partial Regex LanguagePattern();
}
