using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Somebody is told that something waits. What, and about whom, is read behind the sign-in.</summary>
/// <param name="To">Who.</param>
/// <param name="Kind">What the message is about.</param>
public sealed record Message(Recipient To, MessageKind Kind);

/// <summary>Who gets a message. The address is looked up when it is sent.</summary>
/// <param name="Kind">In which capacity.</param>
/// <param name="Id">A worker's id; for the others the organisation's, practice's or referral's.</param>
public sealed record Recipient(RecipientKind Kind, string Id);

/// <summary>In which capacity somebody gets a message.</summary>
[JsonConverter(typeof(EnumAsText<RecipientKind>))]
public enum RecipientKind
{
    /// <summary>A worker.</summary>
    Worker,

    /// <summary>The coordinators of an organisation.</summary>
    Coordinator,

    /// <summary>The person who referred; the address stands in the dossier.</summary>
    Referrer,

    /// <summary>The client; the address stands in the dossier.</summary>
    Client,
}

/// <summary>What a message is about.</summary>
[JsonConverter(typeof(EnumAsText<MessageKind>))]
public enum MessageKind
{
    /// <summary>To the referrer: it was received; a tracking link.</summary>
    Receipt,

    /// <summary>To a worker: a referral is offered.</summary>
    OfferWaiting,

    /// <summary>To a worker: the offer still waits for an answer.</summary>
    OfferReminder,

    /// <summary>To a worker: the coordinator gave a referral.</summary>
    Assigned,

    /// <summary>To the worker who had it: the referral goes on without you, or has ended.</summary>
    NoLongerYours,

    /// <summary>To the coordinator: a human must act.</summary>
    CoordinatorNeeded,

    /// <summary>To the coordinator: a human must still act.</summary>
    CoordinatorReminder,

    /// <summary>To the referrer: the referral waits, and may be cancelled.</summary>
    StillWaiting,

    /// <summary>To the worker: plan the handover, or record how it went.</summary>
    HandoverReminder,

    /// <summary>To the client and the referrer: it was agreed where and when the handover is.</summary>
    HandoverPlanned,

    /// <summary>To the coordinator: the client has not been met in time.</summary>
    FirstContactOverdue,

    /// <summary>To the worker: reach out to a client who did not come.</summary>
    OutreachNeeded,

    /// <summary>To the worker: a referral is under way and asks for a look.</summary>
    SupportReminder,

    /// <summary>To the coordinator: nothing was heard for too long.</summary>
    Stuck,

    /// <summary>To the worker: the pause is over.</summary>
    PauseIsOver,

    /// <summary>To the worker: the referrer or client asks to cancel.</summary>
    CancellationRequested,

    /// <summary>To the referrer: feedback waits to be seen.</summary>
    AcknowledgementReminder,

    /// <summary>To the coordinator: the practice has not seen the feedback.</summary>
    AcknowledgementMissing,

    /// <summary>To the coordinator: feedback arrived by no channel.</summary>
    FeedbackUndeliverable,

    /// <summary>To the worker, or the coordinator when there is none, and after the end to the client as well: a measurement after the start is due.</summary>
    AftercareDue,

    /// <summary>To the worker, or the coordinator when there is none, or to the referrer: the other one wrote.</summary>
    MessageWaiting,

    /// <summary>To the coordinator: a form sent what could not be read. It is no referral yet, so that no referral decides this.</summary>
    SubmissionWaiting,

    /// <summary>To the coordinator: the client asked for something to which the law gives a right.</summary>
    RequestWaiting,

    /// <summary>To the coordinator: a client's request still waits for an answer.</summary>
    RequestReminder,

    /// <summary>To the coordinator: a client's request was not answered in the time that the law gives.</summary>
    RequestOverdue,

    /// <summary>To the client: a request was answered.</summary>
    RequestAnswered,

    /// <summary>To the worker: the client objected, nothing is done until that is answered.</summary>
    PausedByClient,
}

/// <summary>What follows from what a message is about.</summary>
public static class MessageKindExtensions
{
    extension(MessageKind kind)
    {
        /// <summary>Whether it says again, or by the calendar, what its reader can know: a person gets at most one of these a day about a referral.</summary>
        public bool IsReminder => kind is MessageKind.OfferReminder or MessageKind.CoordinatorReminder or MessageKind.HandoverReminder
            or MessageKind.SupportReminder or MessageKind.AcknowledgementReminder or MessageKind.AftercareDue or MessageKind.RequestReminder;

        /// <summary>Whether it is also sent after consent was withdrawn: who has to stop is told so, and what the client asked by law is answered.</summary>
        public bool OutlivesConsent => kind is MessageKind.NoLongerYours
            or MessageKind.RequestWaiting or MessageKind.RequestReminder or MessageKind.RequestOverdue or MessageKind.RequestAnswered;
    }
}
