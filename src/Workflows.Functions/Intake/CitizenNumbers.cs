using Workflows.Functions.Problems;
using Workflows.Referrals.Identifiers;

namespace Workflows.Functions.Intake;

/// <summary>Keeps the citizen service number (BSN) out: refused where a field has a form, removed where people write freely.</summary>
static class CitizenNumbers
{
    static readonly HashSet<string> Names =
        ["bsn", "bsnnummer", "burgerservicenummer", "citizenservicenumber", "citizennumber", "sofinummer", "nationalid", "socialsecuritynumber"];

    /// <summary>Which rule a field breaks that nobody asked for.</summary>
    public static FieldRule RuleOfUnknown(string name) =>
        Names.Contains(string.Concat(name.Where(char.IsAsciiLetter)).ToLowerInvariant()) ? IntakeRules.BsnRefused : FieldRules.UnknownMember;

    /// <summary>The value, or null and an error when a citizen service number stands in it.</summary>
    public static string? RefusedIn(string? value, string pointer, FieldErrors errors) =>
        value is not null && BsnRedaction.Redact(value).Count > 0 ? errors.Refuse<string>(pointer, IntakeRules.BsnRefused) : value;
}
