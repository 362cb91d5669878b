using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Asking one worker after the other, until one accepts or a human has to decide.</summary>
static class Offer
{
    /// <summary>The candidates are known: the first is asked, unless a rule stops the referral.</summary>
    public static Turn Begin(Turn turn, Answer answer)
    {
        var ranked = turn.Event(new CandidatesRanked(answer.Candidates));
        return answer switch
        {
            { DuplicateOf: { } other } => NeedCoordinator(ranked, new(CoordinatorReason.PossibleDuplicate, DuplicateOf: other)),
            { StoppedByRule: { } rule } => NeedCoordinator(ranked, new(CoordinatorReason.TargetGroup, Rule: rule)),
            _ => Next(ranked),
        };
    }

    public static Turn Accept(Turn turn) =>
        turn.Event(new OfferAccepted(turn.Referral.Offer.Worker!)).Feedback(FeedbackMoment.Accepted);

    public static Turn Decline(Turn turn, Decline decline) =>
        Next(turn.Event(new OfferDeclined(turn.Referral.Offer.Worker!, decline.Reason, decline.Note)));

    public static Turn Lapse(Turn turn, Explanation because)
    {
        var silent = turn.Referral.Offer.Worker!;
        return Next(turn.Event(new OfferLapsed(silent, because)).Notify(RecipientKind.Worker, silent, MessageKind.NoLongerYours));
    }

    public static Turn Remind(Turn turn, Explanation because)
    {
        var worker = turn.Referral.Offer.Worker!;
        return turn.Remind(new OfferReminded(worker, because), new(RecipientKind.Worker, worker), MessageKind.OfferReminder);
    }

    public static Turn Waitlist(Turn turn, Waitlist waitlist) =>
        NeedCoordinator(turn, new(CoordinatorReason.Waitlisted, Until: waitlist.Until));

    public static Turn RequestAssessment(Turn turn, RequestAssessment request) =>
        NeedCoordinator(turn, new(CoordinatorReason.AssessmentNeeded, Note: request.Note));

    /// <summary>The coordinator decides who has it. A referral that was taken already keeps its status.</summary>
    public static Turn Assign(Turn turn, Assign assign)
    {
        var before = turn.Referral.Worker;
        var assigned = turn.If(turn.Referral.Offer.Worker != assign.Worker, Withdraw).Event(new WorkerAssigned(assign.Worker, before)).NotifyWorker(MessageKind.Assigned);
        return before is null
            ? assigned.If(turn.Referral.Support is null, first => first.Feedback(FeedbackMoment.Accepted))
            : assigned.Notify(RecipientKind.Worker, before, MessageKind.NoLongerYours);
    }

    /// <summary>An absent worker is not waited for: an open offer goes on to the next one, a referral taken goes to the deputy, one that ended too as long as aftercare is to come.</summary>
    public static Turn WorkerIsUnavailable(Turn turn, ReportWorkerUnavailable report) =>
        Rights.IsRestricted(turn.Referral) ? turn
        : turn.Referral.Offer.Worker == report.Worker ? Next(turn.Event(new OfferWithdrawn(report.Worker)))
        : turn.Referral.Worker == report.Worker && (!turn.Referral.Status.IsClosed || Aftercare.IsToCome(turn.Referral)) ? turn.Event(new TakeOverSought(report.Worker))
        : turn;

    public static Turn TakeOver(Turn turn, Answer answer)
    {
        var absent = turn.Referral.Worker!;
        return answer.Candidates.FirstOrDefault(candidate => candidate.Worker != absent) is { } deputy
            ? turn.Event(new WorkerAssigned(deputy.Worker, absent)).NotifyWorker(MessageKind.Assigned)
            : turn.Referral.Status.IsClosed ? turn.Event(new WorkerLeft(absent))
            : NeedCoordinator(turn, new(CoordinatorReason.WorkerUnavailable));
    }

    public static Turn RemindCoordinator(Turn turn, Explanation because) =>
        turn.Remind(new CoordinatorReminded(because), new(RecipientKind.Coordinator, turn.Referral.Organisation), MessageKind.CoordinatorReminder);

    public static Turn TellReferrer(Turn turn, Explanation because) =>
        turn.Event(new ReferrerToldOfWaiting(because)).NotifyReferrer(MessageKind.StillWaiting);

    /// <summary>Takes back an offer that nobody has answered, because the referral goes another way.</summary>
    public static Turn Withdraw(Turn turn) =>
        turn.Referral.Offer.Worker is { } worker
            ? turn.Event(new OfferWithdrawn(worker)).Notify(RecipientKind.Worker, worker, MessageKind.NoLongerYours)
            : turn;

    /// <remarks>A term begins when the message that asks for something has left, which quiet hours can hold up.</remarks>
    public static Upcoming[] Deadlines(Referral referral)
    {
        var (offer, rules, calendar) = (referral.Offer, referral.Pathway.Offer, referral.Pathway.Calendar);
        if (referral.Status is ReferralStatus.Offered)
        {
            var asked = QuietHours.NextAllowed(offer.Since, calendar);
            var answer = Upcoming.Ends(DeadlineKind.OfferResponse, "offer.respond", asked, rules.Respond, asked, offer.Worker);
            return offer.IsReminded ? [answer] : [Upcoming.RemindsAt(DeadlineKind.OfferReminder, "offer.remind", asked, rules.RemindAfter, asked, offer.Worker), answer];
        }

        var since = QuietHours.NextAllowed(referral.StatusSince, calendar);
        var reminder = Upcoming.RemindsAt(
            DeadlineKind.CoordinatorReminder, "coordinator.remind", Upcoming.Latest(since, offer.CoordinatorRemindedAt), rules.CoordinatorRemindEvery, since, "coordinator");
        return offer.ReferrerIsTold ? [reminder] : [reminder, Upcoming.Ends(DeadlineKind.ReferrerTold, "coordinator.tell-referrer", since, rules.TellReferrerAfter, since, "coordinator")];
    }

    /// <summary>The next candidate, or the coordinator once the pathway's number of candidates was asked.</summary>
    static Turn Next(Turn turn)
    {
        var offer = turn.Referral.Offer;
        var next = offer.Candidates.FirstOrDefault(candidate => !offer.Asked.Contains(candidate.Worker));
        return next is not null && offer.Asked.Count < turn.Referral.Pathway.Offer.Candidates
            ? turn.Event(new OfferMade(next.Worker)).Notify(RecipientKind.Worker, next.Worker, MessageKind.OfferWaiting)
            : NeedCoordinator(turn, new(CoordinatorReason.NobodyAccepted));
    }

    static Turn NeedCoordinator(Turn turn, CoordinatorNeeded needed) =>
        turn.Event(needed).NotifyCoordinator(MessageKind.CoordinatorNeeded);
}
