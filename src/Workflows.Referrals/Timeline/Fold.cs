using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>From a referral and its next event to the referral after it. Decides nothing.</summary>
static class Fold
{
    public static Referral Apply(Referral referral, ReferralEvent next)
    {
        var changed = Changed(referral, next);
        return RemindedBy(changed, next.Change) is { } person ? Reminded(changed, person, AmsterdamTime.DayOf(next.At)) : changed;
    }

    static Referral Changed(Referral referral, ReferralEvent next) => next.Change switch
    {
        Received received => Cycle(referral with { ProcessVersion = received.ProcessVersion }, next.At),
        CandidatesRanked ranked => referral with { Asks = null, Offer = referral.Offer with { Candidates = ranked.Candidates } },
        OfferMade made => To(referral, ReferralStatus.Offered, next.At) with
        {
            Offer = referral.Offer with { Asked = [.. referral.Offer.Asked, made.Worker], Worker = made.Worker, Since = next.At, IsReminded = false },
        },
        OfferReminded => referral with { Offer = referral.Offer with { IsReminded = true } },
        OfferDeclined or OfferLapsed or OfferWithdrawn => referral with { Offer = referral.Offer with { Worker = null } },
        CoordinatorNeeded needed => To(referral, ReferralStatus.AwaitingCoordinator, next.At, Code.Of(needed.Reason)) with
        {
            Asks = null,
            Worker = null,
            Hold = null,
            Handover = HandoverState.None with { IsContacted = referral.Handover.IsContacted, FirstContactIsOverdue = referral.Handover.FirstContactIsOverdue },
            Offer = referral.Offer with { Worker = null, CoordinatorRemindedAt = null, ReferrerIsTold = false, DuplicateOf = needed.DuplicateOf },
        },
        CoordinatorReminded => referral with { Offer = referral.Offer with { CoordinatorRemindedAt = next.At } },
        ReferrerToldOfWaiting => referral with { Offer = referral.Offer with { ReferrerIsTold = true } },
        OfferAccepted accepted => Taken(referral, accepted.Worker, next.At),
        WorkerAssigned { InsteadOf: not null } assigned => referral with { Asks = null, Worker = assigned.Worker },
        WorkerAssigned assigned => Taken(referral, assigned.Worker, next.At),
        TakeOverSought => referral with { Asks = new(QuestionKind.WhoTakesOver, next.At) },
        WorkerLeft => referral with { Asks = null, Worker = null },
        SlotProposed proposed => referral with { Asks = null, Handover = referral.Handover with { ProposedSlot = proposed.At } },
        HandoverPlanned planned => To(referral, ReferralStatus.HandoverPlanned, next.At) with
        {
            Asks = null,
            Handover = referral.Handover with { At = planned.At, RemindedAt = null, OutreachSince = null },
        },
        HandoverReminded => referral with { Handover = referral.Handover with { RemindedAt = next.At } },
        FirstContactOverdue => referral with { Handover = referral.Handover with { FirstContactIsOverdue = true } },
        HandoverMoved => PlanAnew(To(referral, ReferralStatus.Accepted, next.At), next.At),
        HandoverMissed => Attempted(PlanAnew(To(referral, ReferralStatus.Accepted, next.At), next.At), next.At),
        OutreachLapsed => Attempted(referral, next.At),
        SupportStarted => To(referral, ReferralStatus.InSupport, next.At) with
        {
            Support = new(next.At, next.At),
            Handover = referral.Handover with { OutreachSince = null, IsContacted = true },
        },
        ContactLogged { Kind: ContactKind.Attempt } => referral is { Status: ReferralStatus.Accepted, Handover.OutreachSince: not null } ? Attempted(referral, next.At) : referral,
        ContactLogged => referral with
        {
            Handover = referral.Handover with { IsContacted = true, OutreachSince = referral.Handover.OutreachSince is null ? null : next.At },
            Support = referral.Support is { } support ? support with { LastContactAt = next.At, StuckSince = null } : null,
        },
        ArrangementChosen chosen => Under(referral, support => support with { Arrangement = chosen.Arrangement, IsAccompanied = chosen.Accompanied, Attended = null }),
        AttendanceRecorded recorded => Under(referral, support => support with { Attended = recorded.Attended }),
        WorkerReminded reminded => Under(referral, support => support with { Reminders = reminded.Stage }),
        FoundStuck => Under(referral, support => support with { StuckSince = next.At }),
        AftercareAsked asked => Under(referral, support => support with { Measurements = asked.Number }),
        FeedbackGiven given => Given(referral, given, next.At),
        FeedbackDelivered delivered => Feedback(referral, delivered.Feedback, feedback => feedback with { IsDelivered = true }),
        FeedbackAcknowledged acknowledged => Feedback(referral, acknowledged.Feedback, feedback => feedback with { IsAcknowledged = true }),
        AcknowledgementReminded reminded => Feedback(referral, reminded.Feedback, feedback => feedback with { RemindedAt = next.At }),
        AcknowledgementMissing missing => Feedback(referral, missing.Feedback, feedback => feedback with { IsMissing = true }),
        OutcomeRecorded recorded => Closed(referral, recorded.Outcome is OutcomeKind.Completed ? ReferralStatus.Completed : ReferralStatus.NotStarted,
            next.At, recorded.Reason is { } reason ? Code.Of(reason) : null) with { Outcome = recorded.Outcome },
        PutOnHold hold => Pause(referral, hold, next.At),
        Resumed => Resume(referral, next.At),
        ConsentWithdrawn => Silenced(referral) with { ConsentIsWithdrawn = true, Asks = null },
        CancellationRequested => referral with { CancellationIsRequested = true },
        Cancelled cancelled => Closed(referral, ReferralStatus.Cancelled, next.At, Code.Of(cancelled.Reason)),
        Rejected rejected => Closed(referral, ReferralStatus.Rejected, next.At, Code.Of(rejected.Reason)),
        MarkedEnteredInError error => Silenced(Closed(referral, ReferralStatus.EnteredInError, next.At, Code.Of(error.Reason))),
        Reopened => Cycle(referral, next.At) with { Feedback = [.. referral.Feedback.Select(feedback => feedback with { IsPast = true })] },
        Erased => referral with { IsErased = true, Deferred = [] },
        MessageDeferred deferred => referral with { Deferred = [.. referral.Deferred.Where(before => before.Message != deferred.Message), new(deferred.Message, deferred.Until)] },
        DeferredMessageDue due => referral with { Deferred = [.. referral.Deferred.Where(deferred => deferred.Message != due.Message)] },
        GoalSet or MeasurementRecorded or MessageWritten or FeedbackUndeliverable or MergedInto => referral,
        _ => throw new ArgumentOutOfRangeException(nameof(next), next.Change, "Not a change of a referral."),
    };

    static Referral To(Referral referral, ReferralStatus status, DateTimeOffset at, string? reason = null) =>
        referral with { Status = status, StatusSince = at, StatusReason = reason };

    /// <summary>The search for a worker begins: at the receipt, and again when the referral is reopened.</summary>
    static Referral Cycle(Referral referral, DateTimeOffset at) => To(referral, ReferralStatus.Received, at) with
    {
        ReceivedAt = at,
        Asks = new(QuestionKind.WhoFits, at),
        Offer = OfferState.None,
        Worker = null,
        Handover = HandoverState.None,
        Support = null,
        Hold = null,
        ResumedAt = null,
        Outcome = null,
        CancellationIsRequested = false,
    };

    /// <summary>A date has to be found once more: the slot proposed before may be over.</summary>
    static Referral PlanAnew(Referral referral, DateTimeOffset at) => referral with
    {
        Asks = SlotAsked(referral, at),
        Handover = referral.Handover with { ProposedSlot = null, At = null, RemindedAt = null },
    };

    static AskState? SlotAsked(Referral referral, DateTimeOffset at) =>
        referral.Submission.PreferredHandover is HandoverForm.ConsultationHour ? new(QuestionKind.WhichSlotIsFree, at) : null;

    /// <summary>The client was not found: one attempt more, and the next one has its time.</summary>
    static Referral Attempted(Referral referral, DateTimeOffset at) =>
        referral with { Handover = referral.Handover with { OutreachSince = at, Attempts = referral.Handover.Attempts + 1 } };

    /// <summary>A pause on top of a pause moves only its end. A search for a worker does not pause: it starts afresh afterwards.</summary>
    static Referral Pause(Referral referral, PutOnHold hold, DateTimeOffset at) => To(referral, ReferralStatus.OnHold, at, Code.Of(hold.Reason)) with
    {
        Hold = referral.Hold is { } before ? before with { Since = at, Until = hold.Until }
            : new(referral.Status is ReferralStatus.Offered ? ReferralStatus.Received : referral.Status, at, hold.Until, referral.StatusReason),
        Asks = referral.Asks is { Kind: QuestionKind.WhoFits } ? null : referral.Asks,
        Offer = referral.Offer with { Worker = null },
    };

    static Referral Resume(Referral referral, DateTimeOffset at)
    {
        var (from, reason) = (referral.Hold!.From, referral.Hold.FromReason);
        var resumed = To(referral, from, at, reason) with { Hold = null, ResumedAt = at };
        return from switch
        {
            ReferralStatus.Received => resumed with { Offer = OfferState.None, Asks = new(QuestionKind.WhoFits, at) },
            ReferralStatus.Accepted => PlanAnew(resumed, at),
            _ => resumed,
        };
    }

    /// <summary>Nothing waits to be said any more, but to whoever has to stop.</summary>
    static Referral Silenced(Referral referral) =>
        referral with { Deferred = [.. referral.Deferred.Where(deferred => deferred.Message.Kind is MessageKind.NoLongerYours)] };

    /// <summary>Who was reminded by this change; null when nobody was.</summary>
    static Recipient? RemindedBy(Referral referral, Change change) => change switch
    {
        OfferReminded reminded => new(RecipientKind.Worker, reminded.Worker),
        HandoverReminded or WorkerReminded or AftercareAsked when referral.Worker is { } worker => new(RecipientKind.Worker, worker),
        CoordinatorReminded or AftercareAsked => new(RecipientKind.Coordinator, referral.Organisation),
        AcknowledgementReminded => new(RecipientKind.Referrer, referral.Id),
        DeferredMessageDue { WasSent: true, Message: { Kind.IsReminder: true } message } => message.To,
        _ => null,
    };

    static Referral Reminded(Referral referral, Recipient person, DateOnly day) =>
        referral with { Reminded = [.. referral.Reminded.Where(before => before.Day == day && before.To != person), new(person, day)] };

    /// <summary>A worker has it. Support that had begun goes on; otherwise the handover comes next.</summary>
    static Referral Taken(Referral referral, string worker, DateTimeOffset at) =>
        To(referral, referral.Support is null ? ReferralStatus.Accepted : ReferralStatus.InSupport, at) with
    {
        Worker = worker,
        Asks = referral.Support is null ? SlotAsked(referral, at) : null,
        Hold = null,
        Offer = referral.Offer with { Worker = null, DuplicateOf = null },
        Handover = referral.Handover with { RemindedAt = null },
    };

    static Referral Closed(Referral referral, ReferralStatus status, DateTimeOffset at, string? reason) => To(referral, status, at, reason) with
    {
        Asks = null,
        Offer = referral.Offer with { Worker = null },
        Hold = null,
        CancellationIsRequested = false,
    };

    static Referral Under(Referral referral, Func<SupportState, SupportState> change) =>
        referral.Support is { } support ? referral with { Support = change(support) } : referral;

    static Referral Given(Referral referral, FeedbackGiven given, DateTimeOffset at)
    {
        var after = referral with { Feedback = [.. referral.Feedback, new(given.Feedback, given.Moment, at)] };
        return given.Moment is FeedbackMoment.Progress ? Under(after, support => support with { ProgressIsGiven = true }) : after;
    }

    static Referral Feedback(Referral referral, string id, Func<FeedbackState, FeedbackState> change) =>
        referral with { Feedback = [.. referral.Feedback.Select(feedback => feedback.Id == id ? change(feedback) : feedback)] };
}
