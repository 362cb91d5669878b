using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Why a command changes nothing. An expected answer, not an exception.</summary>
/// <param name="Code">Stable, for programs.</param>
/// <param name="InDutch">What a worker needs to know, in Dutch.</param>
/// <param name="InEnglish">The same in English.</param>
public sealed record Refusal(string Code, string InDutch, string InEnglish);

/// <summary>All refusals that the process knows.</summary>
public static class Refusals
{
    /// <summary>The status does not allow the command.</summary>
    /// <param name="command">The command's line in the transition table.</param>
    /// <param name="role">Who wanted it.</param>
    /// <param name="status">The status.</param>
    public static Refusal NotInThisStatus(Transition command, Role role, ReferralStatus status) => new(
        "not-in-this-status",
        $"'{command.Name}' kan niet: de verwijzing heeft de status {status}. Wel mogelijk in: {string.Join(", ", command.FromFor(role))}.",
        $"'{command.Name}' is not possible: the referral is {status}. It is possible in: {string.Join(", ", command.FromFor(role))}.");

    /// <summary>The command is for other roles.</summary>
    /// <param name="command">The command's name in the route.</param>
    public static Refusal NotYourRole(string command) => new(
        "not-your-role",
        $"'{command}' is niet aan u. Wel aan: {string.Join(", ", Transitions.Of(command).By)}.",
        $"'{command}' is not yours to give. It belongs to: {string.Join(", ", Transitions.Of(command).By)}.");

    /// <summary>The offer has moved on to somebody else.</summary>
    public static Refusal NotYourOffer { get; } = new(
        "not-your-offer",
        "Dit aanbod staat niet (meer) bij u open: het is ingetrokken, verlopen of al aan een ander gedaan.",
        "This offer is not (or no longer) open to you: it was withdrawn, has lapsed or was made to somebody else.");

    /// <summary>Another worker has the referral.</summary>
    public static Refusal NotYourReferral { get; } = new(
        "not-your-referral",
        "Deze verwijzing is bij een andere welzijnscoach in behandeling.",
        "Another worker has this referral.");

    /// <summary>The client withdrew consent.</summary>
    public static Refusal ConsentIsWithdrawn { get; } = new(
        "consent-withdrawn",
        "De cliënt heeft de toestemming ingetrokken; er gebeurt niets meer met deze verwijzing.",
        "The client withdrew consent; nothing more happens with this referral.");

    /// <summary>The date lies where it cannot lie.</summary>
    public static Refusal NotInTheFuture { get; } = new(
        "not-in-the-future",
        "De datum moet na vandaag liggen, en binnen een jaar.",
        "The date must lie after today, and within a year.");

    /// <summary>The referral never started, so it cannot be completed.</summary>
    public static Refusal NeverStarted { get; } = new(
        "never-started",
        "De overdracht heeft nog niet plaatsgevonden: leg de uitkomst 'notStarted' vast, of eerst de overdracht.",
        "The handover has not taken place yet: record the outcome 'notStarted', or the handover first.");

    /// <summary>The referral has started, so it cannot end as not started.</summary>
    public static Refusal AlreadyStarted { get; } = new(
        "already-started",
        "De ondersteuning is al begonnen: leg de uitkomst 'completed' vast, met de reden.",
        "Support has started already: record the outcome 'completed', with its reason.");

    /// <summary>No worker has accepted, so it cannot end as accepted but not started.</summary>
    public static Refusal NeverAccepted { get; } = new(
        "never-accepted",
        "Geen welzijnscoach heeft deze verwijzing aangenomen: wijs haar af, annuleer haar of wijs eerst een welzijnscoach toe.",
        "No worker has accepted this referral: reject it, cancel it, or assign a worker first.");

    /// <summary>Cancelling does not do all that withdrawn consent demands.</summary>
    public static Refusal WithdrawConsentInstead { get; } = new(
        "withdraw-consent-instead",
        "Trekt de cliënt de toestemming in, gebruik dan 'withdraw-consent': dat stopt ook alles wat nog onderweg is.",
        "When the client withdraws consent, use 'withdraw-consent': it also stops all that is still on its way.");

    /// <summary>This is not the referral that seemed to be about the same client.</summary>
    public static Refusal NotADuplicate { get; } = new(
        "not-a-duplicate",
        "Samenvoegen kan alleen met de verwijzing die als mogelijk dubbel is gevonden.",
        "A referral can only be merged into the one that was found as its possible duplicate.");

    /// <summary>Practice and organisation did not agree on feedback about the progress.</summary>
    public static Refusal NotAnAgreedMoment { get; } = new(
        "not-an-agreed-moment",
        "Het werkproces van deze verwijzing kent geen tussentijdse terugkoppeling.",
        "The pathway of this referral has no feedback in between.");

    /// <summary>A text stands where an id or the name of a dossier section belongs.</summary>
    public static Refusal FreeText { get; } = new(
        "free-text",
        "Vrije tekst hoort in het dossier; het commando noemt alleen waar.",
        "Free text belongs in the dossier; the command only names where.");

    /// <summary>The person's data became unreadable; nothing can happen any more.</summary>
    public static Refusal Erased { get; } = new(
        "erased",
        "De bewaartermijn is voorbij: de gegevens van deze verwijzing zijn gewist.",
        "The retention period is over: the data of this referral were erased.");

    /// <summary>An outcome that never started needs a reason.</summary>
    public static Refusal ReasonNeeded { get; } = new(
        "reason-needed",
        "Bij 'notStarted' hoort een reden.",
        "'notStarted' needs a reason.");

    /// <summary>Nothing left under this id.</summary>
    public static Refusal UnknownFeedback { get; } = new(
        "unknown-feedback",
        "Er is geen terugkoppeling met dit kenmerk.",
        "There is no feedback with this id.");

    /// <summary>There is no arrangement whose first visit could be attended.</summary>
    public static Refusal NoArrangement { get; } = new(
        "no-arrangement",
        "Kies eerst een welzijnsarrangement.",
        "Choose an arrangement first.");

    /// <summary>The score lies outside its range.</summary>
    public static Refusal ScoreOutOfRange { get; } = new(
        "score-out-of-range",
        "Een score ligt tussen 0 en 10.",
        "A score lies between 0 and 10.");

    /// <summary>The pathway does not use this instrument.</summary>
    public static Refusal UnknownInstrument { get; } = new(
        "unknown-instrument",
        "Dit meetinstrument hoort niet bij het werkproces van deze verwijzing.",
        "This instrument does not belong to the pathway of this referral.");

    /// <summary>The client shares no content with the referrer.</summary>
    public static Refusal ContentIsNotShared { get; } = new(
        "content-not-shared",
        "De cliënt wil dat de verwijzer alleen hoort dat en wanneer er iets gebeurde: een bericht met inhoud kan niet.",
        "The client wants the referrer to hear only that and when something happened: a message with content is not possible.");

    /// <summary>The client objected: until that is answered nothing else may be done.</summary>
    public static Refusal Restricted { get; } = new(
        "restricted",
        "De cliënt heeft bezwaar gemaakt tegen het gebruik van de gegevens. Tot de coördinator daarop heeft geantwoord, gebeurt er niets met deze verwijzing.",
        "The client objected to the use of the data. Until the coordinator has answered, nothing is done with this referral.");

    /// <summary>The same request waits for an answer already, or is about to be carried out.</summary>
    public static Refusal AlreadyRequested { get; } = new(
        "already-requested",
        "Dit verzoek loopt al: er komt één antwoord op.",
        "This was asked already: it gets one answer.");

    /// <summary>There is no such request to answer.</summary>
    public static Refusal NothingRequested { get; } = new(
        "nothing-requested",
        "Zo'n verzoek van de cliënt staat niet open.",
        "No such request of the client is open.");

    /// <summary>Whoever refuses a request says on what ground.</summary>
    public static Refusal GroundNeeded { get; } = new(
        "ground-needed",
        "Bij een weigering hoort de grond waarop zij rust.",
        "A refusal needs the ground on which it rests.");

    /// <summary>The worker has it already.</summary>
    public static Refusal AlreadyTheirs { get; } = new(
        "already-theirs",
        "Deze welzijnscoach heeft de verwijzing al.",
        "This worker has the referral already.");

    /// <summary>Whoever tells a story must agree that others read it.</summary>
    public static Refusal StoryNeedsConsent { get; } = new(
        "story-needs-consent",
        "Zonder toestemming van wie het vertelt, wordt een verhaal niet bewaard.",
        "Without the consent of whoever tells it, a story is not kept.");

    /// <summary>As many stories of one referral as are kept.</summary>
    public static Refusal EnoughStories { get; } = new(
        "enough-stories",
        $"Van deze verwijzing zijn er al {Stories.Most} verhalen. Neem er eerst een terug.",
        $"There are {Stories.Most} stories of this referral already. Take one back first.");

    /// <summary>There is no such story, or it was taken back.</summary>
    public static Refusal UnknownStory { get; } = new(
        "unknown-story",
        "Dit verhaal is er niet, of niet meer.",
        "There is no such story, or not any more.");
}
