using Microsoft.AspNetCore.Http;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Problems;

/// <summary>A kind of problem document: its code is the end of the document's <c>type</c> and never changes.</summary>
sealed record ProblemKind(string Code, int Status, LocalText Title, LocalText Detail)
{
    public static readonly ProblemKind BrokenJson = new("broken-json", StatusCodes.Status400BadRequest,
        new("De inhoud is geen geldige JSON", "The body is not valid JSON"),
        new("Verwacht wordt één JSON-object in UTF-8, hooguit 16 niveaus diep.", "One JSON object in UTF-8 is expected, at most 16 levels deep."));

    public static readonly ProblemKind BadRequest = new("bad-request", StatusCodes.Status400BadRequest,
        new("Het verzoek is onleesbaar", "The request cannot be read"),
        new("Het houdt zich niet aan HTTP of brak onderweg af.", "It does not follow HTTP, or broke off on its way."));

    public static readonly ProblemKind InvalidContent = new("invalid-content", StatusCodes.Status422UnprocessableEntity,
        new("Niet alle velden kloppen", "Not every field is right"),
        new("Bij elk veld staat wat er mis is en wat wel kan. Er is niets opgeslagen.", "Each field says what is wrong and what is accepted. Nothing was stored."));

    public static readonly ProblemKind Unauthenticated = new("unauthenticated", StatusCodes.Status401Unauthorized,
        new("Onbekende afzender", "Unknown caller"),
        new("Log in of stuur een geldige sleutel mee.", "Sign in or send a valid key."));

    public static readonly ProblemKind Forbidden = new("forbidden", StatusCodes.Status403Forbidden,
        new("Niet toegestaan", "Not allowed"),
        new("Uw rol mag dit niet.", "Your role does not allow this."));

    public static readonly ProblemKind FromElsewhere = new("from-elsewhere", StatusCodes.Status403Forbidden,
        new("Dit verzoek kwam niet van onze pagina", "This request did not come from our page"),
        new("Open de pagina opnieuw en verstuur het formulier daar. Er is niets opgeslagen.", "Open the page again and send the form there. Nothing was stored."));

    public static readonly ProblemKind TooManyRequests = new("too-many-requests", StatusCodes.Status429TooManyRequests,
        new("Te veel verzoeken", "Too many requests"),
        new("Probeer het over {0} seconden nog eens.", "Try again in {0} seconds."));

    public static readonly ProblemKind TooManyCodes = new("too-many-codes", StatusCodes.Status429TooManyRequests,
        new("Er zijn te veel codes gemaakt", "Too many codes were made"),
        new("Wacht een kwartier en probeer het dan nog eens. De laatste code werkt tien minuten.", "Wait a quarter of an hour and try again. The last code works for ten minutes."));

    public static readonly ProblemKind NotFound = new("not-found", StatusCodes.Status404NotFound,
        new("Niet gevonden", "Not found"),
        new("Dit bestaat niet, of niet voor u.", "This does not exist, or not for you."));

    public static readonly ProblemKind Conflict = new("conflict", StatusCodes.Status409Conflict,
        new("Dit kan nu niet", "This is not possible now"),
        new("De gegevens zijn intussen gewijzigd. Haal ze opnieuw op en probeer het nog eens.", "The data have changed meanwhile. Read them again and retry."));

    public static readonly ProblemKind NoBackupStorage = new("no-backup-storage", StatusCodes.Status409Conflict,
        new("Er is geen plaats voor back-ups", "There is no place for backups"),
        new("De instelling BackupStorage ontbreekt.", "The setting BackupStorage is missing."));

    public static readonly ProblemKind AtWork = new("at-work", StatusCodes.Status409Conflict,
        new("Er loopt al een back-up of terugzetting", "A backup or a restore is at work"),
        new("Wacht tot die klaar is.", "Wait until it is done."));

    public static readonly ProblemKind InUse = new("in-use", StatusCodes.Status409Conflict,
        new("Deze app is in gebruik", "This app is in use"),
        new("Een back-up wordt alleen teruggezet in een app zonder verwijzingen, dossiers en logboek.", "A backup is restored only into an app without referrals, dossiers and audit log."));

    public static readonly ProblemKind IdempotencyConflict = new("idempotency-conflict", StatusCodes.Status409Conflict,
        new("Deze sleutel hoort bij iets anders", "This key belongs to something else"),
        new("Onder deze Idempotency-Key is eerder andere inhoud verstuurd. Gebruik voor nieuwe inhoud een nieuwe sleutel.", "Other content was sent under this Idempotency-Key before. Use a new key for new content."));

    public static readonly ProblemKind BadIdempotencyKey = new("bad-idempotency-key", StatusCodes.Status400BadRequest,
        new("De Idempotency-Key klopt niet", "The Idempotency-Key is not right"),
        new("Eén waarde van 1 tot {0} tekens wordt aangenomen.", "One value of 1 to {0} characters is accepted."));

    public static readonly ProblemKind LinkExpired = new("link-expired", StatusCodes.Status410Gone,
        new("Deze link werkt niet meer", "This link no longer works"),
        new("Een link uit een bericht werkt een beperkte tijd. Log in om te zien wat er wacht.", "A link from a message works for a limited time. Sign in to see what waits."));

    public static readonly ProblemKind TooLarge = new("too-large", StatusCodes.Status413PayloadTooLarge,
        new("De inhoud is te groot", "The body is too large"),
        new("Hooguit {0} KiB wordt aangenomen.", "At most {0} KiB is accepted."));

    public static readonly ProblemKind UnsupportedMediaType = new("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType,
        new("Dit soort inhoud wordt niet aangenomen", "This kind of content is not accepted"),
        new("Stuur application/json in UTF-8, zonder compressie.", "Send application/json in UTF-8, not compressed."));

    public static readonly ProblemKind NotCsv = new("unsupported-media-type", StatusCodes.Status415UnsupportedMediaType,
        UnsupportedMediaType.Title,
        new("Stuur text/csv in UTF-8.", "Send text/csv in UTF-8."));

    public static readonly ProblemKind StorageAway = new("storage-away", StatusCodes.Status503ServiceUnavailable,
        new("Dit kan nu even niet", "This is not possible right now"),
        new("De opslag antwoordt niet. Probeer het over een minuut nog eens, met dezelfde Idempotency-Key als die er was: dan gebeurt niets dubbel.",
            "The storage does not answer. Try again in a minute, with the same Idempotency-Key if there was one: then nothing happens twice."));

    public static readonly ProblemKind NotAudited = new("not-audited", StatusCodes.Status503ServiceUnavailable,
        new("Dit kan nu even niet", "This is not possible right now"),
        new("Wie wat met gegevens doet, kan nu niet worden vastgelegd. Daarom is er niets getoond of gewijzigd. Probeer het over een minuut nog eens.",
            "Who does what with data cannot be recorded now, so that nothing was shown or changed. Try again in a minute."));

    public static readonly ProblemKind Unexpected = new("unexpected", StatusCodes.Status500InternalServerError,
        new("Er ging iets mis", "Something went wrong"),
        new("Het ligt aan ons. Probeer het later nog eens met hetzelfde Idempotency-Key.", "The fault is ours. Try again later with the same Idempotency-Key."));

    /// <summary>The process refused a command: 403 for the wrong role, 422 for wrong content, 409 where the referral stands elsewhere than the caller thought.</summary>
    public static ProblemKind Refused(Refusal refusal) => new(
        refusal.Code,
        refusal.Code switch
        {
            "not-your-role" => StatusCodes.Status403Forbidden,
            "not-in-the-future" or "reason-needed" or "unknown-feedback" or "score-out-of-range" or "unknown-instrument" or "ground-needed" => StatusCodes.Status422UnprocessableEntity,
            _ => StatusCodes.Status409Conflict,
        },
        Conflict.Title,
        new(refusal.InDutch, refusal.InEnglish));
}
