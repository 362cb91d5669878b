using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>To which status a change leads, and the coded reason of that status.</summary>
static class StatusAfter
{
    /// <summary>The status that begins with the change, with its reason where it needs one; null when the referral stays in its status.</summary>
    public static (ReferralStatus Status, string? Reason)? Of(Referral referral, Change change) => change switch
    {
        Received or Reopened => (ReferralStatus.Received, null),
        OfferMade => (ReferralStatus.Offered, null),
        CoordinatorNeeded needed => (ReferralStatus.AwaitingCoordinator, Code.Of(needed.Reason)),
        OfferAccepted or WorkerAssigned { InsteadOf: null } => (referral.Support is null ? ReferralStatus.Accepted : ReferralStatus.InSupport, null),
        HandoverPlanned => (ReferralStatus.HandoverPlanned, null),
        HandoverMoved or HandoverMissed => (ReferralStatus.Accepted, null),
        SupportStarted => (ReferralStatus.InSupport, null),
        PutOnHold hold => (ReferralStatus.OnHold, Code.Of(hold.Reason)),
        Resumed => (referral.Hold!.From, referral.Hold.FromReason),
        OutcomeRecorded { Outcome: var outcome, Reason: var reason } =>
            (outcome is OutcomeKind.Completed ? ReferralStatus.Completed : ReferralStatus.NotStarted, reason is { } coded ? Code.Of(coded) : null),
        Cancelled cancelled => (ReferralStatus.Cancelled, Code.Of(cancelled.Reason)),
        Rejected rejected => (ReferralStatus.Rejected, Code.Of(rejected.Reason)),
        MarkedEnteredInError error => (ReferralStatus.EnteredInError, Code.Of(error.Reason)),
        _ => null,
    };
}
