using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>From a referral and its next event to the referral after it. Decides nothing.</summary>
static class Fold
{
    public static Referral Apply(Referral referral, ReferralEvent next) => next.Change switch
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
            Handover = HandoverState.None with { IsContacted = referral.Handover.IsContacted },
            Offer = referral.Offer with { Worker = null, CoordinatorRemindedAt = null, ReferrerIsTold = false },
        },
        CoordinatorReminded => referral with { Offer = referral.Offer with { CoordinatorRemindedAt = next.At } },
        ReferrerToldOfWaiting => referral with { Offer = referral.Offer with { ReferrerIsTold = true } },
        OfferAccepted accepted => Taken(referral, accepted.Worker, next.At),
        WorkerAssigned { InsteadOf: not null } assigned => referral with { Asks = null, Worker = assigned.Worker },
        WorkerAssigned assigned => Taken(referral, assigned.Worker, next.At),
        TakeOverSought => referral with { Asks = new(QuestionKind.WhoTakesOver, next.At) },
        SlotProposed proposed => referral with { Asks = null, Handover = referral.Handover with { ProposedSlot = proposed.At } },
        HandoverPlanned planned => To(referral, ReferralStatus.HandoverPlanned, next.At) with
        {
            Asks = null,
            Handover = referral.Handover with { At = planned.At, RemindedAt = null, OutreachSince = null },
        },
        HandoverReminded => referral with { Handover = referral.Handover with { RemindedAt = next.At } },
        FirstContactOverdue => referral with { Handover = referral.Handover with { FirstContactIsOverdue = true } },
        HandoverMoved => To(referral, ReferralStatus.Accepted, next.At) with { Handover = referral.Handover with { At = null, RemindedAt = null } },
        HandoverMissed => To(referral, ReferralStatus.Accepted, next.At) with
        {
            Handover = referral.Handover with { At = null, RemindedAt = null, OutreachSince = next.At, Attempts = referral.Handover.Attempts + 1 },
        },
        OutreachLapsed => referral with { Handover = referral.Handover with { OutreachSince = next.At, Attempts = referral.Handover.Attempts + 1 } },
        SupportStarted => To(referral, ReferralStatus.InSupport, next.At) with
        {
            Support = new(next.At, next.At),
            Handover = referral.Handover with { OutreachSince = null, IsContacted = true },
        },
        ContactLogged { Kind: ContactKind.Attempt } => referral,
        ContactLogged => referral with
        {
            Handover = referral.Handover with { IsContacted = true },
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
        PutOnHold hold => To(referral, ReferralStatus.OnHold, next.At, Code.Of(hold.Reason)) with { Hold = new(referral.Status, next.At, hold.Until) },
        Resumed => To(referral, referral.Hold!.From, next.At) with { Hold = null, ResumedAt = next.At },
        ConsentWithdrawn => referral with { ConsentIsWithdrawn = true, Asks = null },
        CancellationRequested => referral with { CancellationIsRequested = true },
        Cancelled cancelled => Closed(referral, ReferralStatus.Cancelled, next.At, Code.Of(cancelled.Reason)),
        Rejected rejected => Closed(referral, ReferralStatus.Rejected, next.At, Code.Of(rejected.Reason)),
        MarkedEnteredInError error => Closed(referral, ReferralStatus.EnteredInError, next.At, Code.Of(error.Reason)),
        Reopened => Cycle(referral, next.At),
        Erased => referral with { IsErased = true },
        MessageDeferred deferred => referral with { Deferred = [.. referral.Deferred, new(deferred.Message, deferred.Until)] },
        DeferredMessageDue due => referral with { Deferred = [.. referral.Deferred.Where(deferred => deferred.Message != due.Message)] },
        GoalSet or MeasurementRecorded or FeedbackUndeliverable => referral,
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

    /// <summary>A worker has it. Support that had begun goes on; otherwise the handover comes next.</summary>
    static Referral Taken(Referral referral, string worker, DateTimeOffset at) =>
        To(referral, referral.Support is null ? ReferralStatus.Accepted : ReferralStatus.InSupport, at) with
    {
        Worker = worker,
        Asks = referral is { Support: null, Submission.PreferredHandover: HandoverForm.ConsultationHour } ? new(QuestionKind.WhichSlotIsFree, at) : null,
        Offer = referral.Offer with { Worker = null },
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
