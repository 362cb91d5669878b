using System.Text.Json.Serialization;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>A moment at which the process acts by itself. Derived from the state, never stored beside it: what is no longer needed is gone.</summary>
/// <param name="Kind">What happens then.</param>
/// <param name="At">When.</param>
/// <param name="Who">Who can still act before it: a worker's id, <c>coordinator</c>, <c>referrer</c>; null when nobody needs to.</param>
/// <param name="Explanation">Why then; null for a message that waits for the end of the quiet hours.</param>
/// <param name="Subject">Which feedback or message, where there can be several; null otherwise.</param>
public sealed record Deadline(DeadlineKind Kind, DateTimeOffset At, string? Who, Explanation? Explanation, string? Subject = null);

/// <summary>What happens when a deadline passes.</summary>
[JsonConverter(typeof(EnumAsText<DeadlineKind>))]
public enum DeadlineKind
{
    /// <summary>The worker asked is reminded.</summary>
    OfferReminder,

    /// <summary>The offer lapses; the next worker is asked.</summary>
    OfferResponse,

    /// <summary>The coordinator is reminded.</summary>
    CoordinatorReminder,

    /// <summary>The referrer is told that the referral waits.</summary>
    ReferrerTold,

    /// <summary>The worker is reminded to plan the handover.</summary>
    HandoverPlanning,

    /// <summary>The worker is reminded to record how the handover went.</summary>
    HandoverRecording,

    /// <summary>The coordinator is told that the client has not been met.</summary>
    FirstContact,

    /// <summary>An outreach counts as an attempt that led to nothing.</summary>
    Outreach,

    /// <summary>The worker is reminded of a referral under way.</summary>
    SupportReminder,

    /// <summary>The coordinator is told that nothing was heard.</summary>
    Silence,

    /// <summary>The GP hears how it goes.</summary>
    ProgressFeedback,

    /// <summary>The practice is reminded to acknowledge feedback.</summary>
    AcknowledgementReminder,

    /// <summary>The coordinator is told that feedback was not acknowledged.</summary>
    AcknowledgementMissing,

    /// <summary>A paused referral goes on.</summary>
    Resumption,

    /// <summary>A measurement after the start is asked for.</summary>
    Aftercare,

    /// <summary>The person's data become unreadable.</summary>
    Retention,

    /// <summary>A message's quiet hours are over.</summary>
    DeferredMessage,

    /// <summary>The coordinator is reminded of a client's request.</summary>
    RequestReminder,

    /// <summary>The coordinator is told that a client's request was not answered within the month that the law gives.</summary>
    RequestOverdue,

    /// <summary>The person's data become unreadable, as the client asked.</summary>
    RequestedErasure,
}
