namespace Workflows.Functions.Audit;

/// <summary>What the audit log records. The codes stand in chains that are never rewritten: one may be added, none may change its meaning.</summary>
static class AuditEvents
{
    /// <summary>The chain goes on in a new month; the entry names the month before.</summary>
    public const string MonthOpened = "audit.month-opened";

    public const string AuditRead = "audit.read";
    public const string AccessLogRead = "access-log.read";

    public const string ReferralSubmitted = "referral.submitted";
    public const string ReferralRead = "referral.read";
    public const string TimelineRead = "timeline.read";
    public const string ClientRead = "client.read";
    public const string ListRead = "list.read";
    public const string MessagesRead = "messages.read";
    public const string StoriesRead = "stories.read";
    public const string DeliveriesRead = "deliveries.read";
    public const string CommandGiven = "command.given";
    public const string DossierErased = "dossier.erased";

    /// <summary>Somebody of the practice read what the practice was told, and about whom.</summary>
    public const string FeedbackRead = "feedback.read";

    /// <summary>Feedback with what the worker wrote went to the practice's own system.</summary>
    public const string FeedbackDisclosed = "feedback.disclosed";

    /// <summary>A client entered the code that was sent, or handed, to them.</summary>
    public const string ClientSignedIn = "client.signed-in";

    /// <summary>The letter was shown with which a client can sign in.</summary>
    public const string LetterShown = "client.letter-shown";

    /// <summary>A code was handed to a client who can be sent none.</summary>
    public const string CodeHanded = "client.code-handed";

    /// <summary>All that is held about a person was put together for that person.</summary>
    public const string DataExported = "client.exported";

    /// <summary>A source brought a submission for a message that will name it.</summary>
    public const string ClaimStored = "claim.stored";

    public const string ParkedStored = "parked.stored";
    public const string ParkedRead = "parked.read";
    public const string ParkedSubmitted = "parked.submitted";
    public const string ParkedDiscarded = "parked.discarded";
    public const string SelectionStored = "selection.stored";
    public const string SelectionRead = "selection.read";
    public const string SelectionApproved = "selection.approved";
    public const string SelectionRejected = "selection.rejected";

    public const string DeadLetterResubmitted = "dead-letter.resubmitted";
    public const string DeadLetterDropped = "dead-letter.dropped";
    public const string SuppressionLifted = "suppression.lifted";
    public const string BackupMade = "backup.made";

    /// <summary>What stands before this entry is what the backup held; what was recorded after that backup is lost.</summary>
    public const string BackupRestored = "backup.restored";

    /// <summary>A command, by its name in the route.</summary>
    public static string Command(string name) => $"command.{name}";
}
