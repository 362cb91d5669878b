using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>Why a coordinator has to act.</summary>
[JsonConverter(typeof(EnumAsText<CoordinatorReason>))]
public enum CoordinatorReason
{
    /// <summary>The pathway's number of candidates was asked, or there was none.</summary>
    NobodyAccepted,

    /// <summary>A rule of the target group fired; its name stands in the event.</summary>
    TargetGroup,

    /// <summary>The same client has an open referral in this organisation.</summary>
    PossibleDuplicate,

    /// <summary>A worker answered that there is a waiting list.</summary>
    Waitlisted,

    /// <summary>A worker answered that an additional assessment is needed first.</summary>
    AssessmentNeeded,

    /// <summary>The worker is absent or gone, and no deputy is there to take over.</summary>
    WorkerUnavailable,
}

/// <summary>Why a worker declines an offer.</summary>
[JsonConverter(typeof(EnumAsText<DeclineReason>))]
public enum DeclineReason
{
    /// <summary>No room in the caseload.</summary>
    NoCapacity,

    /// <summary>The question asks for other skills.</summary>
    OtherExpertise,

    /// <summary>The client lives outside the worker's neighbourhoods.</summary>
    OtherNeighbourhood,

    /// <summary>Worker and client know each other.</summary>
    PersonalRelation,

    /// <summary>Anything else; the note tells.</summary>
    Other,
}

/// <summary>Why the organisation refuses a referral.</summary>
[JsonConverter(typeof(EnumAsText<RejectReason>))]
public enum RejectReason
{
    /// <summary>The person does not belong to those whom the pathway is for.</summary>
    OutsideTargetGroup,

    /// <summary>Care comes first: too heavy for welfare.</summary>
    NeedsCareFirst,

    /// <summary>The same referral exists already.</summary>
    Duplicate,

    /// <summary>There is no place, and there will be none soon.</summary>
    NoCapacity,

    /// <summary>The referral lacks what is needed to start.</summary>
    InsufficientInformation,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why a referral is cancelled, or why that is asked for.</summary>
[JsonConverter(typeof(EnumAsText<CancelReason>))]
public enum CancelReason
{
    /// <summary>The referrer withdrew it.</summary>
    WithdrawnByReferrer,

    /// <summary>The client no longer wants it.</summary>
    WithdrawnByClient,

    /// <summary>Help was found elsewhere.</summary>
    HelpedElsewhere,

    /// <summary>The client moved away.</summary>
    Moved,

    /// <summary>The client died.</summary>
    Deceased,

    /// <summary>It waited too long.</summary>
    WaitedTooLong,

    /// <summary>Consent was withdrawn. Only <c>withdraw-consent</c> sets it.</summary>
    ConsentWithdrawn,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why a referral is paused.</summary>
[JsonConverter(typeof(EnumAsText<HoldReason>))]
public enum HoldReason
{
    /// <summary>The client is ill or in hospital.</summary>
    Illness,

    /// <summary>The client is away.</summary>
    Absence,

    /// <summary>Another treatment comes first.</summary>
    OtherTreatment,

    /// <summary>The client asked for time.</summary>
    AtClientsRequest,

    /// <summary>The place that fits has a waiting list.</summary>
    WaitingForPlace,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why an accepted referral never got under way, or why support stopped.</summary>
[JsonConverter(typeof(EnumAsText<OutcomeReason>))]
public enum OutcomeReason
{
    /// <summary>The goal was reached.</summary>
    GoalReached,

    /// <summary>The client goes on alone, or with what was arranged.</summary>
    ContinuesIndependently,

    /// <summary>Referred on to other help or care.</summary>
    ReferredOn,

    /// <summary>The client stopped before the end.</summary>
    StoppedByClient,

    /// <summary>The client could not be reached.</summary>
    Unreachable,

    /// <summary>The client did not come, also after outreach.</summary>
    NoShow,

    /// <summary>The client declined.</summary>
    DeclinedByClient,

    /// <summary>No suitable offer was found.</summary>
    NoSuitableOffer,

    /// <summary>The client moved away.</summary>
    Moved,

    /// <summary>The client died.</summary>
    Deceased,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why a closed referral is opened again.</summary>
[JsonConverter(typeof(EnumAsText<ReopenReason>))]
public enum ReopenReason
{
    /// <summary>It was closed by mistake.</summary>
    ClosedByMistake,

    /// <summary>The client came back with the same question.</summary>
    ClientReturned,

    /// <summary>There is room or a fitting offer now.</summary>
    PlaceAvailable,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>Why a referral should never have been there.</summary>
[JsonConverter(typeof(EnumAsText<ErrorReason>))]
public enum ErrorReason
{
    /// <summary>It is about somebody else.</summary>
    WrongPerson,

    /// <summary>It was entered twice.</summary>
    Duplicate,

    /// <summary>It was a test.</summary>
    Test,

    /// <summary>It belongs to another organisation.</summary>
    WrongOrganisation,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>On what ground a client's request is not granted.</summary>
[JsonConverter(typeof(EnumAsText<RequestGround>))]
public enum RequestGround
{
    /// <summary>Nobody could make sure that the client asked it (GDPR, article 12(6)).</summary>
    NotTheClient,

    /// <summary>It repeats an earlier request without a new reason (article 12(5)).</summary>
    Unfounded,

    /// <summary>It would harm somebody else (article 15(4)).</summary>
    RightsOfOthers,

    /// <summary>What is held is right as it is.</summary>
    IsRight,

    /// <summary>A law obliges to keep the data (article 17(3)(b)).</summary>
    LegalObligation,

    /// <summary>The data are needed for a legal claim (article 17(3)(e)).</summary>
    LegalClaim,

    /// <summary>Grounds that weigh more than the client's (article 21(1)).</summary>
    OverridingGrounds,

    /// <summary>Anything else; the note tells.</summary>
    Other,
}
