using System.Text.Json.Serialization;

namespace Workflows.Referrals.Timeline;

/// <summary>How worker and client meet for the first time.</summary>
[JsonConverter(typeof(EnumAsText<HandoverForm>))]
public enum HandoverForm
{
    /// <summary>In the worker's fixed hour in the practice.</summary>
    ConsultationHour,

    /// <summary>In person, elsewhere than in the fixed hour.</summary>
    InPerson,

    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>At the client's home.</summary>
    AtHome,
}

/// <summary>How a planned handover went.</summary>
[JsonConverter(typeof(EnumAsText<HandoverResult>))]
public enum HandoverResult
{
    /// <summary>They met.</summary>
    Held,

    /// <summary>The client did not come.</summary>
    NoShow,

    /// <summary>It will be at another time, still to be planned.</summary>
    Moved,

    /// <summary>It was replaced by a telephone call.</summary>
    ByPhone,
}

/// <summary>How the worker was in touch with the client.</summary>
[JsonConverter(typeof(EnumAsText<ContactKind>))]
public enum ContactKind
{
    /// <summary>By telephone.</summary>
    Phone,

    /// <summary>In person.</summary>
    InPerson,

    /// <summary>By video.</summary>
    Video,

    /// <summary>By text message or mail.</summary>
    Message,

    /// <summary>An attempt that found nobody: it does not end a silence.</summary>
    Attempt,
}

/// <summary>What the client then does (<i>welzijnsarrangement</i>).</summary>
[JsonConverter(typeof(EnumAsText<Arrangement>))]
public enum Arrangement
{
    /// <summary>Meeting other people.</summary>
    Meeting,

    /// <summary>Creative activities.</summary>
    Creative,

    /// <summary>Moving more.</summary>
    Exercise,

    /// <summary>Doing volunteer work.</summary>
    Volunteering,

    /// <summary>Learning.</summary>
    Learning,

    /// <summary>Support of an informal caregiver.</summary>
    CaregiverSupport,

    /// <summary>Help by neighbours.</summary>
    NeighbourHelp,

    /// <summary>A service of social work.</summary>
    SocialWork,

    /// <summary>No follow-up offer was needed.</summary>
    NoFollowUp,

    /// <summary>Anything else.</summary>
    Other,
}

/// <summary>How an accepted referral ended.</summary>
[JsonConverter(typeof(EnumAsText<OutcomeKind>))]
public enum OutcomeKind
{
    /// <summary>Support took place and has ended.</summary>
    Completed,

    /// <summary>It never got under way.</summary>
    NotStarted,
}

/// <summary>What a client may ask by the General Data Protection Regulation.</summary>
[JsonConverter(typeof(EnumAsText<ClientRight>))]
public enum ClientRight
{
    /// <summary>To see all that is held (articles 15 and 20).</summary>
    Access,

    /// <summary>To have something put right (article 16).</summary>
    Rectification,

    /// <summary>To have everything erased (article 17).</summary>
    Erasure,

    /// <summary>To have the use of the data stopped (article 21), and until the answer paused (article 18).</summary>
    Objection,
}

/// <summary>How feedback reached the practice.</summary>
[JsonConverter(typeof(EnumAsText<FeedbackChannel>))]
public enum FeedbackChannel
{
    /// <summary>The practice's system was called and answered 2xx.</summary>
    Callback,

    /// <summary>An email said that feedback is waiting behind the sign-in.</summary>
    Email,
}
