namespace Workflows.Functions.Problems;

/// <summary>The catalogue of what any JSON body can do wrong; the rules of one subject stand in its own folder.</summary>
static class FieldRules
{
    public static readonly FieldRule Required = new("required", "Dit veld ontbreekt.", "This field is missing.");
    public static readonly FieldRule WrongType = new("wrong-type", "Verwacht wordt: {0}.", "Expected: {0}.");
    public static readonly FieldRule UnknownMember = new("unknown-member", "Dit veld bestaat niet.", "There is no such field.");
    public static readonly FieldRule DuplicateMember = new("duplicate-member", "Dit veld staat er meer dan één keer.", "This field occurs more than once.");

    public static readonly FieldRule TooLong = new("too-long", "Hooguit {0} tekens.", "At most {0} characters.");
    public static readonly FieldRule Line = new("line-length", "Een regel heeft 1 tot en met 200 tekens.", "A line has 1 to 200 characters.");
    public static readonly FieldRule ControlCharacters = new("control-characters", "Stuurtekens mogen hier niet in staan.", "Control characters are not accepted here.");
    public static readonly FieldRule MalformedText = new("malformed-text", "Dit is geen geldige Unicode-tekst.", "This is not valid Unicode text.");
    public static readonly FieldRule OutOfRange = new("out-of-range", "Een geheel getal van {0} tot en met {1}.", "A whole number from {0} up to and including {1}.");
    public static readonly FieldRule TooMany = new("too-many", "Hooguit {0}.", "At most {0}.");
    public static readonly FieldRule Empty = new("empty", "Minstens één is nodig.", "At least one is needed.");
    public static readonly FieldRule NotAccepted = new("not-accepted", "Aangenomen wordt: {0}.", "Accepted: {0}.");

    public static readonly FieldRule NotADate = new("not-a-date", "Een bestaande datum als 1948-03-12.", "An existing date such as 1948-03-12.");
    public static readonly FieldRule NotAMoment = new("not-a-moment", "Een moment met tijdzone als 2026-04-13T10:00:00+02:00.", "A moment with offset such as 2026-04-13T10:00:00+02:00.");
    public static readonly FieldRule NotATime = new("not-a-time", "Een tijd van de dag als 13:00.", "A time of day such as 13:00.");

    public static readonly FieldRule Phone = new("phone-malformed", "Een nummer in E.164, als +31612345678.", "A number in E.164, such as +31612345678.");
    public static readonly FieldRule Email = new("email-malformed", "Eén adres, als naam@praktijk.example.", "One address, such as name@practice.example.");
    public static readonly FieldRule PostalCode = new("postal-code-malformed", "Een Nederlandse postcode, als 3011 ED.", "A Dutch postal code, such as 3011 ED.");
    public static readonly FieldRule PostalArea = new("postal-area-malformed", "De vier cijfers van een Nederlandse postcode, als 3011.", "The four digits of a Dutch postal code, such as 3011.");
    public static readonly FieldRule Agb = new("agb-malformed", "Een AGB-code: acht cijfers.", "An AGB code: eight digits.");
    public static readonly FieldRule Identifier = new("id-malformed", "Kleine letters, cijfers en koppeltekens, hooguit 40.", "Lower-case letters, digits and hyphens, at most 40.");
    public static readonly FieldRule Language = new("language-malformed", "Een taalcode, als nl of nl-BE.", "A language code, such as nl or nl-BE.");
}
