using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>What the client may ask by law, and by when the organisation has to answer.</summary>
/// <remarks>The terms are the law's and no pathway's: an organisation cannot give itself more time.</remarks>
static class Rights
{
    /// <summary>GDPR, article 12(3).</summary>
    static readonly Term AnswerWithin = Term.Months(1);

    static readonly Term RemindAfter = Term.Weeks(2);
    static readonly Term RemindAgainAfter = Term.Weeks(1);

    /// <summary>After the decision, so that the client can still read it.</summary>
    static readonly Term EraseAfter = Term.WorkingDays(2);

    /// <summary>Whoever objects is left in peace at once: until the answer nothing is done with the data (GDPR, article 18(1)(d)).</summary>
    public static Turn Request(Turn turn, RequestRight request)
    {
        var requested = turn.Event(new RightRequested(request.Right, request.Note)).If(turn.By.Role is not Role.Coordinator, noted => noted.NotifyCoordinator(MessageKind.RequestWaiting));
        return request.Right is ClientRight.Objection && turn.Referral.Status is { IsClosed: false } and not ReferralStatus.OnHold
            ? Pause.Begin(requested, new(HoldReason.AtClientsRequest, LastDayToAnswer(turn))).NotifyWorker(MessageKind.PausedByClient)
            : requested;
    }

    /// <summary>An objection that is granted, and an erasure, stop everything as withdrawn consent does.</summary>
    public static Turn Answer(Turn turn, AnswerRequest answer)
    {
        var asked = Find(turn.Referral, answer.Right)!;
        var answered = turn.Event(new RequestAnswered(answer.Right, answer.IsGranted, answer.Ground, answer.Note))
            .Notify(RecipientKind.Client, turn.Referral.Id, MessageKind.RequestAnswered);
        return answer switch
        {
            { Right: ClientRight.Erasure or ClientRight.Objection, IsGranted: true } => answered.If(!turn.Referral.ConsentIsWithdrawn, Ending.WithdrawConsent),
            { Right: ClientRight.Objection } => answered.If(turn.Referral.Hold?.Since == asked.AskedAt, paused => paused.Event(new Resumed(null)).NotifyWorker(MessageKind.PauseIsOver)),
            _ => answered,
        };
    }

    public static Turn ChangeSharing(Turn turn, ChangeSharing change) =>
        turn.If(turn.Referral.Submission.SharesContentWithReferrer != change.SharesContent, other => other.Event(new SharingChanged(change.SharesContent)));

    public static Turn Correct(Turn turn, CorrectDetails correct) => turn.Event(new DetailsCorrected(correct.Details)).Correct(correct.Details);

    public static Turn Remind(Turn turn, Deadline deadline) => turn.Remind(
        new RequestReminded(Of(turn.Referral, deadline).Right, deadline.Explanation!), new(RecipientKind.Coordinator, turn.Referral.Organisation), MessageKind.RequestReminder);

    public static Turn IsOverdue(Turn turn, Deadline deadline) =>
        turn.Event(new RequestOverdue(Of(turn.Referral, deadline).Right, deadline.Explanation!)).NotifyCoordinator(MessageKind.RequestOverdue);

    public static RequestState? Find(Referral referral, ClientRight right) => referral.Requests.FirstOrDefault(open => open.Right == right);

    /// <summary>Whether nothing may be done with the data until an objection is answered.</summary>
    public static bool IsRestricted(Referral referral) => Find(referral, ClientRight.Objection) is not null;

    public static Upcoming[] Deadlines(Referral referral) => referral is { Requests: [], ErasureGrantedAt: null } ? [] :
    [
        .. referral.Requests.SelectMany(Deadlines),
        .. referral.ErasureGrantedAt is { } granted ? [Upcoming.Ends(DeadlineKind.RequestedErasure, "rights.erase", granted, EraseAfter)] : Array.Empty<Upcoming>(),
    ];

    static IEnumerable<Upcoming> Deadlines(RequestState open)
    {
        var subject = Code.Of(open.Right);
        yield return open.RemindedAt is { } reminded
            ? Upcoming.RemindsAt(DeadlineKind.RequestReminder, "rights.remind", reminded, RemindAgainAfter, open.AskedAt, "coordinator", subject)
            : Upcoming.RemindsAt(DeadlineKind.RequestReminder, "rights.remind", open.AskedAt, RemindAfter, open.AskedAt, "coordinator", subject);
        if (!open.IsOverdue)
        {
            yield return Upcoming.Ends(DeadlineKind.RequestOverdue, "rights.answer", open.AskedAt, AnswerWithin, open.AskedAt, "coordinator", subject);
        }
    }

    static DateOnly LastDayToAnswer(Turn turn) =>
        AmsterdamTime.DayOf(Calculation.At(Calculation.EndOfDay, turn.At, AnswerWithin, turn.Referral.Pathway.Calendar));

    static RequestState Of(Referral referral, Deadline deadline) => referral.Requests.First(open => Code.Of(open.Right) == deadline.Subject);
}
