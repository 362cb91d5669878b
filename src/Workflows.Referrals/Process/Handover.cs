using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Introducing worker and client to each other, and reaching out when the client does not come.</summary>
static class Handover
{
    /// <summary>Nobody has to find out for themselves where they are expected.</summary>
    public static Turn Plan(Turn turn, PlanHandover plan) => turn.Event(new HandoverPlanned(plan.At, plan.Form, plan.Place))
        .If(turn.Referral.ProcessVersion >= 2, planned => planned.Notify(RecipientKind.Client, turn.Referral.Id, MessageKind.HandoverPlanned).NotifyReferrer(MessageKind.HandoverPlanned));

    public static Turn Record(Turn turn, RecordHandover record) => record.Result switch
    {
        HandoverResult.Held => turn.Event(new SupportStarted(ByPhone: false)).Feedback(FeedbackMoment.Started),
        HandoverResult.ByPhone => turn.Event(new SupportStarted(ByPhone: true)).Feedback(FeedbackMoment.Started),
        HandoverResult.Moved => turn.Event(new HandoverMoved()),
        HandoverResult.NoShow => GiveUpAfterTooMany(turn.Event(new HandoverMissed()), OutcomeReason.NoShow),
        _ => throw new ArgumentOutOfRangeException(nameof(record), record, "Not a result of a handover."),
    };

    /// <summary>While the worker reaches out, an attempt that found nobody counts.</summary>
    public static Turn LogContact(Turn turn, LogContact contact)
    {
        var logged = turn.Event(new ContactLogged(contact.Kind, contact.Note));
        return logged.Referral.Handover.Attempts > turn.Referral.Handover.Attempts ? GiveUpAfterTooMany(logged, OutcomeReason.Unreachable) : logged;
    }

    public static Turn Remind(Turn turn, Explanation because) =>
        turn.Remind(new HandoverReminded(because), new(RecipientKind.Worker, turn.Referral.Worker!), MessageKind.HandoverReminder);

    public static Turn FirstContactIsOverdue(Turn turn, Explanation because) =>
        turn.Event(new FirstContactOverdue(because)).NotifyCoordinator(MessageKind.FirstContactOverdue);

    public static Turn OutreachLapses(Turn turn, Explanation because) =>
        GiveUpAfterTooMany(turn.Event(new OutreachLapsed(because)), OutcomeReason.Unreachable);

    public static Upcoming[] Deadlines(Referral referral)
    {
        var (handover, rules) = (referral.Handover, referral.Pathway.Handover);
        var next = NextStep(referral);
        return handover.IsContacted || handover.FirstContactIsOverdue
            ? [next]
            : [next, Upcoming.Ends(DeadlineKind.FirstContact, "handover.first-contact", Upcoming.Latest(referral.ReceivedAt, referral.ResumedAt), rules.FirstContactWithin, referral.ReceivedAt, referral.Worker)];
    }

    /// <summary>Record how it went, find the client again, or agree on a date.</summary>
    static Upcoming NextStep(Referral referral)
    {
        var (handover, rules, worker) = (referral.Handover, referral.Pathway.Handover, referral.Worker);
        if (referral.Status is ReferralStatus.HandoverPlanned)
        {
            var from = Upcoming.Latest(handover.At!.Value, handover.RemindedAt, referral.ResumedAt);
            return Upcoming.RemindsAt(DeadlineKind.HandoverRecording, "handover.record", from, rules.RecordWithin, handover.At, worker);
        }

        if (handover.OutreachSince is { } outreach)
        {
            return Upcoming.Ends(DeadlineKind.Outreach, "handover.outreach", Upcoming.Latest(outreach, referral.ResumedAt), rules.OutreachWithin, outreach, worker);
        }

        var since = Upcoming.Latest(referral.StatusSince, handover.RemindedAt, referral.ResumedAt);
        return Upcoming.Ends(DeadlineKind.HandoverPlanning, "handover.plan", since, rules.PlanWithin, referral.StatusSince, worker);
    }

    static Turn GiveUpAfterTooMany(Turn turn, OutcomeReason reason) =>
        turn.Referral.Handover.Attempts > turn.Referral.Pathway.Handover.MaxOutreach
            ? Ending.Close(turn, new(OutcomeKind.NotStarted, reason, Arrangement: null), lines: null)
            : turn.NotifyWorker(MessageKind.OutreachNeeded);
}
