using Workflows.Functions.Problems;

namespace Workflows.Functions.Directory;

/// <summary>What a directory, and only a directory, can do wrong.</summary>
static class DirectoryRules
{
    public static readonly FieldRule DuplicateId = new("duplicate-id", "Deze aanduiding komt vaker voor.", "This id occurs more than once.");

    public static readonly FieldRule IdDiffers = new("id-differs",
        "De aanduiding is een andere dan die in het adres.", "The id is another one than that in the address.");

    public static readonly FieldRule UnknownWorker = new("unknown-worker",
        "Deze medewerker is niet bekend bij de organisatie.", "This worker is not known to the organisation.");

    public static readonly FieldRule OwnDeputy = new("own-deputy", "Niemand vervangt zichzelf.", "Nobody stands in for themselves.");

    public static readonly FieldRule UnknownPractice = new("unknown-practice",
        "Deze praktijk staat niet bij de praktijken van de organisatie.", "This practice is not among the organisation's practices.");

    public static readonly FieldRule UnknownOrganisation = new("unknown-organisation",
        "Deze organisatie is niet bekend.", "This organisation is not known.");

    public static readonly FieldRule UnknownPathway = new("unknown-pathway",
        "Deze versie van een werkproces bestaat niet.", "There is no such version of a pathway.");

    public static readonly FieldRule PathwayVersionFixed = new("pathway-version-fixed",
        "Een versie van een werkproces verandert niet meer: lopende verwijzingen houden zich eraan. Maak een volgende versie.",
        "A pathway version does not change any more: running referrals keep to it. Make a next version.");

    public static readonly FieldRule CoordinatorMissing = new("coordinator-missing",
        "Minstens één coördinator is nodig: iemand moet het horen als niemand een verwijzing oppakt.",
        "At least one coordinator is needed: someone must hear it when nobody takes a referral.");

    public static readonly FieldRule PeriodReversed = new("period-reversed", "Het einde ligt voor het begin.", "The end lies before the start.");

    public static readonly FieldRule SlotTooLong = new("slot-too-long",
        "Een gesprek past niet in het spreekuur.", "One talk does not fit the consultation hour.");

    public static readonly FieldRule NoWorkingDay = new("no-working-day", "Maandag tot en met vrijdag.", "Monday to Friday.");

    public static readonly FieldRule ChannelMissing = new("channel-missing",
        "Een callback of een e-mailadres is nodig.", "A callback or an email address is needed.");

    public static readonly FieldRule UrlMalformed = new("url-malformed",
        "Een volledig adres dat met https:// begint, zonder gebruikersnaam.", "A full address that starts with https://, without user name.");

    public static readonly FieldRule SecretMalformed = new("secret-malformed",
        "whsec_ en daarachter 24 tot 64 bytes in base64.", "whsec_ followed by 24 to 64 bytes in base64.");

    public static readonly FieldRule SecretMissing = new("secret-missing",
        "Een nieuwe callback heeft een geheim nodig.", "A new callback needs a secret.");

    public static readonly FieldRule KeyMissing = new("key-missing", "Een nieuwe bron heeft een sleutel nodig.", "A new source needs a key.");

    public static readonly FieldRule KeyTooWeak = new("key-too-weak",
        "Een sleutel heeft 32 tot 128 letters, cijfers, koppeltekens of liggende streepjes.", "A key has 32 to 128 letters, digits, hyphens or underscores.");

    public static readonly FieldRule KeyWithoutScope = new("key-without-scope",
        "Een sleutel hoort bij één praktijk of één organisatie.", "A key belongs to one practice or one organisation.");
}
