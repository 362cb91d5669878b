using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>The order of the phases: which of them answers a happening, and which deadlines stand.</summary>
static class ReferralProcess
{
    /// <summary>Raised when a change here would decide an old history differently; the old decisions then stay beside the new ones.</summary>
    /// <remarks>2: client and referrer hear of the appointment for the handover, and nothing is asked after a client has died.</remarks>
    public const int CurrentVersion = 2;

    public static Decision Decide(Referral referral, Happening happening) => happening switch
    {
        { Command: { } command } => OnCommand(referral, command, happening.At),
        { Deadline: { } deadline } => OnDeadline(Turn.Of(referral, happening.At, Actor.Process), deadline).Decided(),
        { Answer: { } answer } => OnAnswer(Turn.Of(referral, happening.At, Actor.Process), answer).Decided(),
        _ when referral.Sequence > 0 => new(referral, [], []),   // a submission that came twice
        _ => Intake.Receive(Turn.Of(referral, happening.At, new(Role.Referrer, referral.Practice))).Decided(CommandEnvelope.Submission),
    };

    public static IReadOnlyList<Deadline> DeadlinesOf(Referral referral) =>
    [
        .. UpcomingFor(referral).Select(upcoming => upcoming.Explained(referral.Pathway))
            .OrderBy(deadline => deadline.At).ThenBy(deadline => deadline.Kind).ThenBy(deadline => deadline.Subject, StringComparer.Ordinal),
    ];

    /// <summary>The first of <see cref="DeadlinesOf"/>, without explaining the others.</summary>
    public static Deadline? NextDeadlineOf(Referral referral)
    {
        var calendar = referral.Pathway.Calendar;
        var (first, moment) = (default(Upcoming), DateTimeOffset.MaxValue);
        foreach (var upcoming in UpcomingFor(referral))
        {
            var at = upcoming.At(calendar);
            if (first is null || at < moment || at == moment && upcoming.PrecedesAtTheSameMoment(first))
            {
                (first, moment) = (upcoming, at);
            }
        }

        return first?.Explained(referral.Pathway);
    }

    static Upcoming[] UpcomingFor(Referral referral)
    {
        if (referral.Sequence == 0 || referral.IsErased)
        {
            return [];
        }

        var (phase, feedback, messages, rights) = (Phase(referral), Feedback.Deadlines(referral), Messages.Deadlines(referral), Rights.Deadlines(referral));
        return feedback is [] && messages is [] && rights is [] ? phase : [.. phase, .. feedback, .. messages, .. rights];
    }

    static Upcoming[] Phase(Referral referral) => referral.Status switch
    {
        ReferralStatus.Offered or ReferralStatus.AwaitingCoordinator => Offer.Deadlines(referral),
        ReferralStatus.Accepted or ReferralStatus.HandoverPlanned => Handover.Deadlines(referral),
        ReferralStatus.InSupport => Support.Deadlines(referral),
        ReferralStatus.OnHold => Pause.Deadlines(referral),
        ReferralStatus.Completed => [.. Aftercare.Deadlines(referral), .. Ending.Deadlines(referral)],
        ReferralStatus.Received => [],
        _ => Ending.Deadlines(referral),
    };

    static Decision OnCommand(Referral referral, CommandEnvelope envelope, DateTimeOffset at)
    {
        if (referral.HandledCommands.Contains(envelope.Key))
        {
            return new(referral, [], []);   // a wake-up that came twice
        }

        var turn = Turn.Of(referral, at, envelope.By);
        var refusal = Transitions.Refuses(referral, envelope) ?? Content.Refuses(turn, envelope.Command);
        return refusal is null
            ? OnCommand(turn, envelope.Command).Decided(envelope.Key)
            : new(referral.Remembering(envelope.Key), [], [], envelope.Key, refusal);
    }

    static Turn OnCommand(Turn turn, ReferralCommand command) => command switch
    {
        Accept => Offer.Accept(turn),
        Decline decline => Offer.Decline(turn, decline),
        Waitlist waitlist => Offer.Waitlist(turn, waitlist),
        RequestAssessment request => Offer.RequestAssessment(turn, request),
        Merge merge => Ending.Merge(turn, merge),
        Assign assign => Offer.Assign(turn, assign),
        ReportWorkerUnavailable report => Offer.WorkerIsUnavailable(turn, report),
        PlanHandover plan => Handover.Plan(turn, plan),
        RecordHandover record => Handover.Record(turn, record),
        LogContact contact => Handover.LogContact(turn, contact),
        SetGoal goal => turn.Event(new GoalSet(goal.Text, goal.Score)),
        ChooseArrangement choice => turn.Event(new ArrangementChosen(choice.Arrangement, choice.Accompanied)),
        RecordAttendance record => turn.Event(new AttendanceRecorded(record.Attended)),
        RecordMeasurement record => turn.Event(new MeasurementRecorded(record.Instrument, record.Answers, record.Score, record.Note)),
        PutOnHoldUntil hold => Pause.Begin(turn, hold),
        Resume => turn.Event(new Resumed(null)),
        GiveInterimFeedback feedback => Feedback.GiveInterim(turn, feedback),
        WriteMessage message => Messages.Write(turn, message),
        AcknowledgeFeedback acknowledge => Feedback.Acknowledge(turn, acknowledge),
        ReportFeedbackDelivered report => Feedback.Delivered(turn, report),
        ReportFeedbackUndeliverable report => Feedback.Undeliverable(turn, report),
        RecordOutcome record => Ending.RecordOutcome(turn, record),
        Reject reject => Ending.Reject(turn, reject),
        Cancel cancel => Ending.Cancel(turn, cancel),
        RequestCancellation request => Ending.RequestCancellation(turn, request.Reason),
        WithdrawConsent => Ending.WithdrawConsent(turn),
        MarkEnteredInError mark => Ending.MarkEnteredInError(turn, mark),
        ShareStory share => Stories.Share(turn, share),
        ApproveStory approve => Stories.Approve(turn, approve),
        WithdrawStory withdraw => Stories.Withdraw(turn, withdraw),
        ChangeSharing change => Rights.ChangeSharing(turn, change),
        CorrectDetails correct => Rights.Correct(turn, correct),
        RequestRight request => Rights.Request(turn, request),
        AnswerRequest answer => Rights.Answer(turn, answer),
        Reopen reopen => turn.Event(new Reopened(reopen.Reason)),
        _ => throw new ArgumentOutOfRangeException(nameof(command), command, "Not a command of a referral."),
    };

    static Turn OnDeadline(Turn turn, Deadline deadline) =>
        turn.At < deadline.At ? turn   // a timer that went off too early: the deadline stands
            : !IsOpen(deadline, turn.Referral) ? turn   // no longer needed: what it waited for has happened
            : deadline.Kind switch
            {
                DeadlineKind.OfferReminder => Offer.Remind(turn, deadline.Explanation!),
                DeadlineKind.OfferResponse => Offer.Lapse(turn, deadline.Explanation!),
                DeadlineKind.CoordinatorReminder => Offer.RemindCoordinator(turn, deadline.Explanation!),
                DeadlineKind.ReferrerTold => Offer.TellReferrer(turn, deadline.Explanation!),
                DeadlineKind.HandoverPlanning or DeadlineKind.HandoverRecording => Handover.Remind(turn, deadline.Explanation!),
                DeadlineKind.FirstContact => Handover.FirstContactIsOverdue(turn, deadline.Explanation!),
                DeadlineKind.Outreach => Handover.OutreachLapses(turn, deadline.Explanation!),
                DeadlineKind.SupportReminder => Support.Remind(turn, deadline.Explanation!),
                DeadlineKind.Silence => Support.IsStuck(turn, deadline.Explanation!),
                DeadlineKind.ProgressFeedback => turn.Feedback(Pathways.FeedbackMoment.Progress),
                DeadlineKind.AcknowledgementReminder => Feedback.Remind(turn, deadline),
                DeadlineKind.AcknowledgementMissing => Feedback.IsMissing(turn, deadline),
                DeadlineKind.Resumption => Pause.Ends(turn, deadline.Explanation!),
                DeadlineKind.Aftercare => Aftercare.Ask(turn, deadline.Explanation!),
                DeadlineKind.Retention or DeadlineKind.RequestedErasure => turn.Event(new Erased(deadline.Explanation)).Erase(),
                DeadlineKind.DeferredMessage => Messages.IsDue(turn, deadline),
                DeadlineKind.RequestReminder => Rights.Remind(turn, deadline),
                DeadlineKind.RequestOverdue => Rights.IsOverdue(turn, deadline),
                _ => throw new ArgumentOutOfRangeException(nameof(deadline), deadline, "Not a deadline of a referral."),
            };

    static bool IsOpen(Deadline deadline, Referral referral)
    {
        foreach (var open in UpcomingFor(referral))
        {
            if (open.Kind == deadline.Kind && open.Subject == deadline.Subject && open.At(referral.Pathway.Calendar) == deadline.At)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>An answer to a question that is no longer asked changes nothing.</summary>
    static Turn OnAnswer(Turn turn, Answer answer) =>
        turn.Referral.Asks?.Kind != answer.To ? turn : answer.To switch
        {
            QuestionKind.WhoFits => Offer.Begin(turn, answer),
            QuestionKind.WhichSlotIsFree => turn.Event(new SlotProposed(answer.Slot)),
            QuestionKind.WhoTakesOver => Offer.TakeOver(turn, answer),
            _ => throw new ArgumentOutOfRangeException(nameof(answer), answer, "Not an answer for a referral."),
        };
}
