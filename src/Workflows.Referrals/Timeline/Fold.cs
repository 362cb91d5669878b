using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;

namespace Workflows.Referrals.Timeline;

/// <summary>From a referral and its next event to the referral after it. Decides nothing.</summary>
static class Fold
{
    public static Referral Apply(Referral referral, ReferralEvent next)
    {
        var changed = Changed(referral, next.Change, next.By, next.At);
        var reminded = RemindedBy(changed, next.Change) is { } person ? Reminded(changed, person, AmsterdamTime.DayOf(next.At)) : changed.Reminded;
        return StatusAfter.Of(referral, next.Change) is (var status, var reason)
            ? changed with { Sequence = next.Sequence, Reminded = reminded, Status = status, StatusReason = reason, StatusSince = next.At }
            : changed with { Sequence = next.Sequence, Reminded = reminded };
    }

    /// <summary>What a change leaves behind, apart from the status that it leads to.</summary>
    static Referral Changed(Referral referral, Change change, Actor by, DateTimeOffset at) => change switch
    {
        Received received => Cycle(referral, at) with { ProcessVersion = received.ProcessVersion },
        CandidatesRanked ranked => referral with { Asks = null, Offer = referral.Offer with { Candidates = ranked.Candidates } },
        OfferMade made => referral with
        {
            Offer = referral.Offer with { Asked = referral.Offer.Asked.Add(made.Worker), Worker = made.Worker, Since = at, IsReminded = false },
        },
        OfferReminded => referral with { Offer = referral.Offer with { IsReminded = true } },
        OfferDeclined or OfferLapsed or OfferWithdrawn => referral with { Offer = referral.Offer with { Worker = null } },
        CoordinatorNeeded needed => referral with
        {
            Asks = null,
            Worker = null,
            Hold = null,
            Handover = HandoverState.None with { IsContacted = referral.Handover.IsContacted, FirstContactIsOverdue = referral.Handover.FirstContactIsOverdue },
            Offer = referral.Offer with { Worker = null, CoordinatorRemindedAt = null, ReferrerIsTold = false, DuplicateOf = needed.DuplicateOf },
        },
        CoordinatorReminded => referral with { Offer = referral.Offer with { CoordinatorRemindedAt = at } },
        ReferrerToldOfWaiting => referral with { Offer = referral.Offer with { ReferrerIsTold = true } },
        OfferAccepted accepted => Taken(referral, accepted.Worker, at),
        WorkerAssigned { InsteadOf: not null } assigned => referral with { Asks = null, Worker = assigned.Worker },
        WorkerAssigned assigned => Taken(referral, assigned.Worker, at),
        TakeOverSought => referral with { Asks = new(QuestionKind.WhoTakesOver, at) },
        WorkerLeft => referral with { Asks = null, Worker = null },
        SlotProposed proposed => referral with { Asks = null, Handover = referral.Handover with { ProposedSlot = proposed.At } },
        HandoverPlanned planned => referral with
        {
            Asks = null,
            Handover = referral.Handover with { At = planned.At, RemindedAt = null, OutreachSince = null },
        },
        HandoverReminded => referral with { Handover = referral.Handover with { RemindedAt = at } },
        FirstContactOverdue => referral with { Handover = referral.Handover with { FirstContactIsOverdue = true } },
        HandoverMoved => PlanAnew(referral, at),
        HandoverMissed => Attempted(PlanAnew(referral, at), at),
        OutreachLapsed => Attempted(referral, at),
        SupportStarted => referral with
        {
            Support = new(at, at),
            Handover = referral.Handover with { OutreachSince = null, IsContacted = true },
        },
        ContactLogged { Kind: ContactKind.Attempt } => referral is { Status: ReferralStatus.Accepted, Handover.OutreachSince: not null } ? Attempted(referral, at) : referral,
        ContactLogged => referral with
        {
            Handover = referral.Handover with { IsContacted = true, OutreachSince = referral.Handover.OutreachSince is null ? null : at },
            Support = referral.Support is { } support ? support with { LastContactAt = at, StuckSince = null } : null,
        },
        ArrangementChosen chosen => referral with { Support = referral.Support! with { Arrangement = chosen.Arrangement, IsAccompanied = chosen.Accompanied, Attended = null } },
        AttendanceRecorded recorded => referral with { Support = referral.Support! with { Attended = recorded.Attended } },
        WorkerReminded reminded => referral with { Support = referral.Support! with { Reminders = reminded.Stage } },
        FoundStuck => referral with { Support = referral.Support! with { StuckSince = at } },
        AftercareAsked asked => referral with { Support = referral.Support! with { Measurements = asked.Number } },
        FeedbackGiven given => referral with
        {
            Feedback = referral.Feedback.Add(new(given.Feedback, given.Moment, at)),
            Support = given.Moment is FeedbackMoment.Progress && referral.Support is { } support ? support with { ProgressIsGiven = true } : referral.Support,
        },
        FeedbackDelivered delivered => Feedback(referral, delivered.Feedback, at, (feedback, _) => feedback with { IsDelivered = true }),
        FeedbackUndeliverable lost => Feedback(referral, lost.Feedback, at, (feedback, _) => feedback with { IsUndeliverable = true }),
        FeedbackAcknowledged acknowledged => Feedback(referral, acknowledged.Feedback, at, (feedback, _) => feedback with { IsAcknowledged = true }),
        AcknowledgementReminded reminded => Feedback(referral, reminded.Feedback, at, (feedback, reminded) => feedback with { RemindedAt = reminded }),
        AcknowledgementMissing missing => Feedback(referral, missing.Feedback, at, (feedback, _) => feedback with { IsMissing = true }),
        OutcomeRecorded recorded => Closed(referral) with { Outcome = recorded.Outcome },
        PutOnHold hold => Pause(referral, hold, at),
        Resumed => Resume(referral, at),
        ConsentWithdrawn => Silenced(referral) with { ConsentIsWithdrawn = true, Asks = null },
        CancellationRequested => referral with { CancellationIsRequested = true },
        Cancelled or Rejected => Closed(referral),
        MarkedEnteredInError => Silenced(Closed(referral)),
        Reopened => Cycle(referral, at) with { Feedback = [.. referral.Feedback.Select(feedback => feedback with { IsPast = true })] },
        Erased => referral with { IsErased = true, Deferred = [] },
        MessageDeferred deferred => referral with { Deferred = Without(referral.Deferred, deferred.Message).Add(new(deferred.Message, deferred.Until)) },
        DeferredMessageDue due => referral with { Deferred = Without(referral.Deferred, due.Message) },
        StoryShared shared => referral with { Stories = referral.Stories.Add(new(shared.Story, shared.Text, by.Role, at)) },
        StoryApproved approved => referral with { Stories = [.. referral.Stories.Select(story => story.Id == approved.Story ? story with { IsApproved = true } : story)] },
        StoryWithdrawn withdrawn => referral with { Stories = [.. referral.Stories.Where(story => story.Id != withdrawn.Story)] },
        RightRequested requested => referral with { Requests = referral.Requests.Add(new(requested.Right, at)) },
        RequestReminded reminded => Request(referral, reminded.Right, open => open with { RemindedAt = at }),
        RequestOverdue overdue => Request(referral, overdue.Right, open => open with { IsOverdue = true }),
        RequestAnswered answered => referral with
        {
            Requests = [.. referral.Requests.Where(open => open.Right != answered.Right)],
            ErasureGrantedAt = answered is { Right: ClientRight.Erasure, IsGranted: true } ? at : referral.ErasureGrantedAt,
        },
        SharingChanged changed => referral with { Submission = referral.Submission with { SharesContentWithReferrer = changed.SharesContent } },
        DetailsCorrected => referral,
        GoalSet or MeasurementRecorded or MessageWritten or MergedInto => referral,
        _ => throw new ArgumentOutOfRangeException(nameof(change), change, "Not a change of a referral."),
    };

    /// <summary>The search for a worker begins: at the receipt, and again when the referral is reopened.</summary>
    static Referral Cycle(Referral referral, DateTimeOffset at) => referral with
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
    static Referral Pause(Referral referral, PutOnHold hold, DateTimeOffset at) => referral with
    {
        Hold = referral.Hold is { } before ? before with { Since = at, Until = hold.Until }
            : new(referral.Status is ReferralStatus.Offered ? ReferralStatus.Received : referral.Status, at, hold.Until, referral.StatusReason),
        Asks = referral.Asks is { Kind: QuestionKind.WhoFits } ? null : referral.Asks,
        Offer = referral.Offer with { Worker = null },
    };

    static Referral Resume(Referral referral, DateTimeOffset at)
    {
        var resumed = referral with { Hold = null, ResumedAt = at };
        return referral.Hold!.From switch
        {
            ReferralStatus.Received => resumed with { Offer = OfferState.None, Asks = new(QuestionKind.WhoFits, at) },
            ReferralStatus.Accepted => PlanAnew(resumed, at),
            _ => resumed,
        };
    }

    /// <summary>Nothing waits to be said any more, but to whoever has to stop, and about what the client asked by law.</summary>
    static Referral Silenced(Referral referral) =>
        referral with { Deferred = [.. referral.Deferred.Where(deferred => deferred.Message.Kind.OutlivesConsent)] };

    static ValueList<DeferredMessage> Without(ValueList<DeferredMessage> deferred, Message message) => [.. deferred.Where(before => before.Message != message)];

    /// <summary>Who was reminded by this change; null when nobody was.</summary>
    static Recipient? RemindedBy(Referral referral, Change change) => change switch
    {
        OfferReminded reminded => new(RecipientKind.Worker, reminded.Worker),
        HandoverReminded or WorkerReminded or AftercareAsked when referral.Worker is { } worker => new(RecipientKind.Worker, worker),
        CoordinatorReminded or AftercareAsked or RequestReminded => new(RecipientKind.Coordinator, referral.Organisation),
        AcknowledgementReminded => new(RecipientKind.Referrer, referral.Id),
        DeferredMessageDue { WasSent: true, Message: { Kind.IsReminder: true } message } => message.To,
        _ => null,
    };

    static ValueList<RemindedState> Reminded(Referral referral, Recipient person, DateOnly day) =>
        [.. referral.Reminded.Where(before => before.Day == day && before.To != person), new(person, day)];

    /// <summary>A worker has it. Support that had begun goes on; otherwise the handover comes next.</summary>
    static Referral Taken(Referral referral, string worker, DateTimeOffset at) => referral with
    {
        Worker = worker,
        Asks = referral.Support is null ? SlotAsked(referral, at) : null,
        Hold = null,
        Offer = referral.Offer with { Worker = null, DuplicateOf = null },
        Handover = referral.Handover with { RemindedAt = null },
    };

    static Referral Closed(Referral referral) => referral with
    {
        Asks = null,
        Offer = referral.Offer with { Worker = null },
        Hold = null,
        CancellationIsRequested = false,
    };

    static Referral Request(Referral referral, ClientRight right, Func<RequestState, RequestState> change) =>
        referral with { Requests = [.. referral.Requests.Select(open => open.Right == right ? change(open) : open)] };

    static Referral Feedback(Referral referral, string id, DateTimeOffset at, Func<FeedbackState, DateTimeOffset, FeedbackState> change) =>
        referral with { Feedback = [.. referral.Feedback.Select(feedback => feedback.Id == id ? change(feedback, at) : feedback)] };
}
