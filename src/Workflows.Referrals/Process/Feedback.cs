using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>The GP hears how it goes; the end has to be acknowledged.</summary>
static class Feedback
{
    public static Turn GiveInterim(Turn turn, GiveInterimFeedback feedback) => turn.Feedback(FeedbackMoment.Progress, feedback.Lines);

    public static Turn Acknowledge(Turn turn, AcknowledgeFeedback acknowledge) =>
        turn.If(turn.Referral.Feedback.Any(given => given.Id == acknowledge.Feedback && !given.IsAcknowledged),
            open => open.Event(new FeedbackAcknowledged(acknowledge.Feedback)));

    /// <summary>A system's 2xx acknowledges, as a click does; an email only says that something waits.</summary>
    public static Turn Delivered(Turn turn, ReportFeedbackDelivered report) =>
        turn.Referral.Feedback.FirstOrDefault(given => given.Id == report.Feedback) is not { IsDelivered: false } feedback
            ? turn
            : turn.Event(new FeedbackDelivered(report.Feedback, report.Channel))
                .If(report.Channel is FeedbackChannel.Callback && !feedback.IsAcknowledged, arrived => arrived.Event(new FeedbackAcknowledged(report.Feedback)));

    public static Turn Undeliverable(Turn turn, ReportFeedbackUndeliverable report) =>
        turn.If(turn.Referral.Feedback.Any(given => given.Id == report.Feedback && !given.IsDelivered),
            open => open.Event(new FeedbackUndeliverable(report.Feedback)).NotifyCoordinator(MessageKind.FeedbackUndeliverable));

    public static Turn Remind(Turn turn, Deadline deadline) =>
        turn.Remind(new AcknowledgementReminded(deadline.Subject!, deadline.Explanation!), new(RecipientKind.Referrer, turn.Referral.Id), MessageKind.AcknowledgementReminder);

    public static Turn IsMissing(Turn turn, Deadline deadline) =>
        turn.Event(new AcknowledgementMissing(deadline.Subject!, deadline.Explanation!)).NotifyCoordinator(MessageKind.AcknowledgementMissing);

    /// <summary>The end feedback that the practice should still acknowledge; null when nobody waits for that.</summary>
    /// <remarks>The end is the last feedback of a cycle: while another is the last, there is none.</remarks>
    public static FeedbackState? Unacknowledged(Referral referral) =>
        referral is
        {
            ConsentIsWithdrawn: false,
            Status: not ReferralStatus.EnteredInError,
            Feedback: [.., { Moment: FeedbackMoment.End, IsAcknowledged: false, IsMissing: false, IsPast: false } end],
        }
            ? end
            : null;

    public static Upcoming[] Deadlines(Referral referral) =>
        Unacknowledged(referral) is { } end ? [Deadline(end, referral.Pathway.Feedback.AcknowledgeWithin)] : [];

    static Upcoming Deadline(FeedbackState given, Term term) => Upcoming.RemindsAt(
        given.RemindedAt is null ? DeadlineKind.AcknowledgementReminder : DeadlineKind.AcknowledgementMissing,
        "feedback.acknowledge", given.RemindedAt ?? given.GivenAt, term, given.GivenAt, "referrer", given.Id);
}
