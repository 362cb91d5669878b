using Workflows.Functions.Problems;

namespace Workflows.Functions.Intake;

/// <summary>What a submission, and only a submission, can do wrong.</summary>
static class IntakeRules
{
    public static readonly FieldRule ConsentMissing = new("consent-missing",
        "De grond ontbreekt. Zonder vastgelegde toestemming of andere grond wordt niemand verwezen.",
        "The ground is missing. Nobody is referred without a recorded consent or other ground.");

    public static readonly FieldRule ConsentInFuture = new("consent-in-future",
        "De toestemming is in de toekomst vastgelegd.", "The consent was recorded in the future.");

    public static readonly FieldRule UnknownOrganisation = new("unknown-organisation",
        "Deze welzijnsorganisatie is niet bekend.", "This organisation is not known.");

    public static readonly FieldRule UnknownPractice = new("unknown-practice",
        "Deze praktijk is niet bekend bij de welzijnsorganisatie.", "This practice is not known to the organisation.");

    public static readonly FieldRule NoAgreement = new("no-agreement",
        "De praktijk en de welzijnsorganisatie hebben geen samenwerkingsafspraak.", "The practice and the organisation have no agreement.");

    public static readonly FieldRule OutsideYourScope = new("outside-your-scope",
        "Met deze aanmelding of sleutel kan hiervoor niet worden verwezen.", "This sign-in or key cannot refer for this.");

    public static readonly FieldRule BirthDateInFuture = new("birth-date-in-future",
        "De geboortedatum ligt in de toekomst.", "The birth date lies in the future.");

    public static readonly FieldRule BirthDateTooEarly = new("birth-date-before-1900",
        "De geboortedatum ligt voor 1900.", "The birth date lies before 1900.");

    public static readonly FieldRule ContactMissing = new("contact-missing",
        "Een telefoonnummer of een e-mailadres is nodig.", "A phone number or an email address is needed.");

    public static readonly FieldRule PreferredContactMissing = new("preferred-contact-missing",
        "De gegevens voor deze manier van contact ontbreken.", "The details for this way of contact are missing.");

    public static readonly FieldRule ReasonsMissing = new("reasons-missing",
        "Minstens één reden is nodig.", "At least one reason is needed.");

    public static readonly FieldRule CodeSystemMalformed = new("code-system-malformed",
        "Een codestelsel als icpc-1: kleine letters, cijfers, punten en koppeltekens.", "A code system such as icpc-1: lower-case letters, digits, dots and hyphens.");

    public static readonly FieldRule CodeMalformed = new("code-malformed",
        "Een code als Z15: letters, cijfers, punten en koppeltekens, hooguit 20.", "A code such as Z15: letters, digits, dots and hyphens, at most 20.");

    public static readonly FieldRule IcpcMalformed = new("icpc-malformed",
        "Een ICPC-1-code als Z15 of P74.01.", "An ICPC-1 code such as Z15 or P74.01.");

    public static readonly FieldRule ReferenceMalformed = new("reference-malformed",
        "Uw eigen kenmerk: letters, cijfers en . _ : -, hooguit 64.", "Your own number: letters, digits and . _ : -, at most 64.");

    public static readonly FieldRule BsnRefused = new("bsn-refused",
        "Een burgerservicenummer wordt niet aangenomen: een welzijnsorganisatie mag het niet vastleggen, ook niet met toestemming.",
        "A citizen service number is not accepted: a welfare organisation may not record it, not even with consent.");
}
