using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>A question that only the tables can answer.</summary>
/// <param name="Kind">What is asked.</param>
/// <param name="At">Since when.</param>
public sealed record AskState(QuestionKind Kind, DateTimeOffset At);

/// <summary>How far the search for a worker is.</summary>
/// <param name="Candidates">The workers who fit, best first.</param>
/// <param name="Asked">The workers asked in this cycle, in order.</param>
/// <param name="Worker">Who is asked now; null when nobody is.</param>
/// <param name="Since">Since when.</param>
/// <param name="IsReminded">Whether the worker asked was reminded.</param>
/// <param name="CoordinatorRemindedAt">When the coordinator was last reminded; null before.</param>
/// <param name="ReferrerIsTold">Whether the referrer was told that it waits.</param>
/// <param name="DuplicateOf">The referral that seems to be about the same client; null without one.</param>
public sealed record OfferState(
    ValueList<RankedWorker> Candidates, ValueList<string> Asked, string? Worker = null, DateTimeOffset Since = default, bool IsReminded = false,
    DateTimeOffset? CoordinatorRemindedAt = null, bool ReferrerIsTold = false, string? DuplicateOf = null)
{
    /// <summary>Nobody was looked for yet.</summary>
    public static OfferState None { get; } = new([], []);
}

/// <summary>How far the warm handover is.</summary>
/// <param name="ProposedSlot">The free slot proposed; null without one.</param>
/// <param name="At">The date agreed; null when none is.</param>
/// <param name="RemindedAt">When the worker was last reminded to plan or record; null before.</param>
/// <param name="FirstContactIsOverdue">Whether the coordinator was told that the client was not met in time.</param>
/// <param name="IsContacted">Whether the worker has spoken to the client.</param>
/// <param name="Attempts">How often the client did not come, or an outreach led to nothing.</param>
/// <param name="OutreachSince">Since when the worker reaches out; null when that is not needed.</param>
public sealed record HandoverState(
    DateTimeOffset? ProposedSlot = null, DateTimeOffset? At = null, DateTimeOffset? RemindedAt = null, bool FirstContactIsOverdue = false,
    bool IsContacted = false, int Attempts = 0, DateTimeOffset? OutreachSince = null)
{
    /// <summary>Nothing was planned yet.</summary>
    public static HandoverState None { get; } = new();
}

/// <summary>How far the support is.</summary>
/// <param name="StartedAt">When worker and client met.</param>
/// <param name="LastContactAt">When they were last in touch.</param>
/// <param name="Reminders">How many of the pathway's reminders are behind.</param>
/// <param name="StuckSince">When the current silence was last told of; null when there is none.</param>
/// <param name="ProgressIsGiven">Whether the GP has heard of the progress.</param>
/// <param name="Arrangement">What the client does; null when nothing is chosen.</param>
/// <param name="IsAccompanied">Whether the first visit is accompanied.</param>
/// <param name="Attended">Whether the client came to the first visit; null while unconfirmed.</param>
/// <param name="Measurements">How many of the aftercare's measurements were asked for.</param>
public sealed record SupportState(
    DateTimeOffset StartedAt, DateTimeOffset LastContactAt, int Reminders = 0, DateTimeOffset? StuckSince = null, bool ProgressIsGiven = false,
    Arrangement? Arrangement = null, bool IsAccompanied = false, bool? Attended = null, int Measurements = 0);

/// <summary>How far one piece of feedback is.</summary>
/// <param name="Id">Its id, which is also its delivery's.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="GivenAt">When it left.</param>
/// <param name="IsDelivered">Whether it arrived.</param>
/// <param name="IsAcknowledged">Whether the practice has seen it.</param>
/// <param name="RemindedAt">When the practice was reminded; null before.</param>
/// <param name="IsMissing">Whether the coordinator was told that it was not acknowledged.</param>
/// <param name="IsPast">Whether the referral was reopened since: nobody waits for its acknowledgement any more.</param>
/// <param name="IsUndeliverable">Whether it reached the practice by no channel.</param>
public sealed record FeedbackState(
    string Id, FeedbackMoment Moment, DateTimeOffset GivenAt, bool IsDelivered = false, bool IsAcknowledged = false,
    DateTimeOffset? RemindedAt = null, bool IsMissing = false, bool IsPast = false, bool IsUndeliverable = false);

/// <summary>A pause.</summary>
/// <param name="From">The status that it goes on with.</param>
/// <param name="Since">Since when.</param>
/// <param name="Until">The date to resume.</param>
/// <param name="FromReason">The reason of the status that it goes on with; null without one.</param>
public sealed record HoldState(ReferralStatus From, DateTimeOffset Since, DateOnly Until, string? FromReason = null);

/// <summary>A message that waits for the end of the quiet hours.</summary>
/// <param name="Message">Which message to whom.</param>
/// <param name="Until">When it may leave.</param>
public sealed record DeferredMessage(Message Message, DateTimeOffset Until);

/// <summary>Somebody was reminded: the next reminder waits for another day.</summary>
/// <param name="To">Who.</param>
/// <param name="Day">On which day in Amsterdam.</param>
public sealed record RemindedState(Recipient To, DateOnly Day);

/// <summary>A story that may be read.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Text">Dossier section of its words.</param>
/// <param name="By">Who tells it: the client or a worker.</param>
/// <param name="At">When it was shared.</param>
/// <param name="IsApproved">Whether the coordinator found that nobody can be recognised by it.</param>
public sealed record StoryState(string Id, string Text, Role By, DateTimeOffset At, bool IsApproved = false);

/// <summary>A client's request that waits for an answer.</summary>
/// <param name="Right">For what; of each right one request at a time is open.</param>
/// <param name="AskedAt">Since when.</param>
/// <param name="RemindedAt">When the coordinator was last reminded; null before.</param>
/// <param name="IsOverdue">Whether the month that the law gives has passed.</param>
public sealed record RequestState(ClientRight Right, DateTimeOffset AskedAt, DateTimeOffset? RemindedAt = null, bool IsOverdue = false);
