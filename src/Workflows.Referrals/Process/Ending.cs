using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>How a referral ends, by which road it may, and when the person's data go.</summary>
static class Ending
{
    public static Turn RecordOutcome(Turn turn, RecordOutcome record) =>
        Close(turn, new(record.Outcome, record.Reason, record.Arrangement), record.Lines);

    public static Turn Close(Turn turn, OutcomeRecorded outcome, string? lines) =>
        turn.Event(outcome).Feedback(FeedbackMoment.End, lines);

    public static Turn Reject(Turn turn, Reject reject) => Refuse(Offer.Withdraw(turn), reject.Reason);

    /// <summary>One person, one request: of two the coordinator ends one, and the timeline says where it goes on.</summary>
    public static Turn Merge(Turn turn, Merge merge) => Refuse(turn.Event(new MergedInto(merge.Into)), RejectReason.Duplicate);

    /// <summary>A cancellation by the referrer after acceptance is a request: the worker may still complete.</summary>
    public static Turn Cancel(Turn turn, Cancel cancel) =>
        turn.By.Role is Role.Referrer && turn.Referral.Worker is not null
            ? RequestCancellation(turn, cancel.Reason)
            : Withdraw(turn, cancel.Reason);

    /// <summary>Before acceptance there is nobody to ask: the request is granted at once. Asked twice, it stands once.</summary>
    public static Turn RequestCancellation(Turn turn, CancelReason reason) =>
        turn.Referral.Worker is null ? Withdraw(turn, reason)
        : turn.Referral.CancellationIsRequested ? turn
        : turn.Event(new CancellationRequested(reason)).NotifyWorker(MessageKind.CancellationRequested);

    /// <summary>Everything to and about the client stops within this step; only whoever was at work is told to stop.</summary>
    public static Turn WithdrawConsent(Turn turn)
    {
        var withdrawn = Stories.WithdrawAll(turn.Event(new ConsentWithdrawn()).StopFeedback());
        return turn.Referral.Status.IsClosed ? withdrawn : Stop(withdrawn, new Cancelled(CancelReason.ConsentWithdrawn));
    }

    public static Turn MarkEnteredInError(Turn turn, MarkEnteredInError mark) => Stories.WithdrawAll(Stop(turn, new MarkedEnteredInError(mark.Reason)).StopFeedback());

    public static Upcoming[] Deadlines(Referral referral) =>
        [Upcoming.Ends(DeadlineKind.Retention, "retention.erase", referral.StatusSince, referral.Pathway.Retention.EraseAfter)];

    static Turn Refuse(Turn turn, RejectReason reason) => turn.Event(new Rejected(reason)).Feedback(FeedbackMoment.End);

    /// <summary>The GP hears of it, unless the practice itself withdrew.</summary>
    static Turn Withdraw(Turn turn, CancelReason reason) =>
        Stop(turn, new Cancelled(reason)).If(turn.By.Role is not Role.Referrer, stopped => stopped.Feedback(FeedbackMoment.End));

    static Turn Stop(Turn turn, Change ending) =>
        Offer.Withdraw(turn).Event(ending).If(!turn.Referral.Status.IsClosed, stopped => stopped.NotifyWorker(MessageKind.NoLongerYours));
}
