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

    public static readonly FieldRule VersionFixed = new("version-fixed",
        "Deze versie is er al en verandert niet meer: er is mee gerapporteerd. Maak een volgende versie.",
        "This version is there and does not change any more: reports were made with it. Make a next version.");

    public static readonly FieldRule CoordinatorMissing = new("coordinator-missing",
        "Minstens één coördinator is nodig: iemand moet het horen als niemand een verwijzing oppakt.",
        "At least one coordinator is needed: someone must hear it when nobody takes a referral.");

    public static readonly FieldRule NotYourself = new("not-yourself",
        "Noem ook uzelf, met uw account: een verkeerd account zou niemand meer binnenlaten.",
        "Name yourself too, with your account: a wrong account would let nobody in any more.");

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

    public static readonly FieldRule KeyTooWeak = new("key-too-weak",
        "Een sleutel heeft 32 tot 128 letters, cijfers, koppeltekens of liggende streepjes.", "A key has 32 to 128 letters, digits, hyphens or underscores.");

    public static readonly FieldRule KeyWithoutScope = new("key-without-scope",
        "Een sleutel hoort bij één praktijk of één organisatie.", "A key belongs to one practice or one organisation.");

    public static readonly FieldRule UnknownTarget = new("unknown-target",
        "Dit veld heeft een verwijzing niet, of een formulier kan het niet vullen.", "A referral has no such field, or a form cannot fill it.");

    public static readonly FieldRule TargetTwice = new("target-twice", "Dit veld wordt meer dan één keer gevuld: {0}.", "This field is filled more than once: {0}.");

    public static readonly FieldRule TargetsMissing = new("targets-missing",
        "Zonder deze velden is geen enkele verwijzing volledig: {0}.", "Without these fields no referral is complete: {0}.");

    public static readonly FieldRule EitherFromOrValue = new("either-from-or-value",
        "Een veld komt uit antwoorden (from) of heeft een vaste waarde (value).", "A field comes from answers (from) or has a fixed value (value).");

    public static readonly FieldRule AnswerNameTooLong = new("answer-name-too-long", "Hooguit 200 tekens.", "At most 200 characters.");

    public static readonly FieldRule DateFormatMalformed = new("date-format-malformed",
        "Een vorm met dag, maand en jaar, als dd-MM-yyyy of M/d/yyyy h:mm:ss tt.", "A form with day, month and year, such as dd-MM-yyyy or M/d/yyyy h:mm:ss tt.");

    public static readonly FieldRule FormSecretWeak = new("form-secret-weak", "Een geheim van 16 tot 256 tekens.", "A secret of 16 to 256 characters.");

    public static readonly FieldRule ToolSendsKey = new("tool-sends-key",
        "Dit formulierprogramma ondertekent niet: het stuurt een sleutel mee.", "This form tool does not sign: it sends an API key.");
}
