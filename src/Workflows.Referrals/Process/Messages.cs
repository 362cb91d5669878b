using Workflows.Referrals.Commands;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Which messages may leave: now, after the quiet hours, or no longer.</summary>
static class Messages
{
    public static Upcoming[] Deadlines(Referral referral) =>
        referral.Deferred is [] ? [] : [.. referral.Deferred.Select(deferred => Upcoming.At(DeadlineKind.DeferredMessage, deferred.Until, SubjectOf(deferred.Message)))];

    /// <summary>The other side hears that something waits: the referrer, or who has the referral.</summary>
    public static Turn Write(Turn turn, WriteMessage message)
    {
        var written = turn.Event(new MessageWritten(message.Text));
        return turn.By.Role is not Role.Referrer ? written.NotifyReferrer(MessageKind.MessageWaiting)
            : turn.Referral.Worker is null ? written.NotifyCoordinator(MessageKind.MessageWaiting)
            : written.NotifyWorker(MessageKind.MessageWaiting);
    }

    public static Turn IsDue(Turn turn, Deadline deadline)
    {
        var message = turn.Referral.Deferred.First(deferred => SubjectOf(deferred.Message) == deadline.Subject).Message;
        if (QuietHours.NextAllowed(turn.At, turn.Referral.Pathway.Calendar) is var allowed && allowed > turn.At)
        {
            return turn.Event(new MessageDeferred(message, allowed));   // handled so late that the next quiet hours have begun
        }

        var isNeeded = IsNeeded(message, turn.Referral) && !(message.Kind.IsReminder && WasReminded(turn, message.To));
        return turn.Event(new DeferredMessageDue(message, isNeeded)).If(isNeeded, due => due.Send(message));
    }

    /// <summary>Whether the same message to the same person waits already.</summary>
    public static bool IsDeferred(Message message, Referral referral) => referral.Deferred.Any(deferred => deferred.Message == message);

    /// <summary>Whether this person got a reminder about this referral today.</summary>
    public static bool WasReminded(Turn turn, Recipient person) =>
        turn.Referral.Reminded.Contains(new(person, AmsterdamTime.DayOf(turn.At)));

    /// <summary>Whether a message still says something. It is asked when the message is made, and again when it has waited.</summary>
    public static bool IsNeeded(Message message, Referral referral) => message.Kind switch
    {
        MessageKind.NoLongerYours => message.To.Id != referral.Offer.Worker && (message.To.Id != referral.Worker || referral.Status.IsClosed),
        MessageKind.RequestWaiting or MessageKind.RequestReminder or MessageKind.RequestOverdue => referral.Requests is not [],
        MessageKind.RequestAnswered => true,
        _ when referral.ConsentIsWithdrawn || referral.Status is ReferralStatus.EnteredInError => false,
        MessageKind.OfferWaiting or MessageKind.OfferReminder => referral.Offer.Worker == message.To.Id,
        MessageKind.CoordinatorNeeded or MessageKind.CoordinatorReminder or MessageKind.StillWaiting => referral.Status is ReferralStatus.AwaitingCoordinator,
        MessageKind.Assigned => IsTheirs(message, referral) && !referral.Status.IsClosed,
        MessageKind.HandoverPlanned => referral.Status is ReferralStatus.HandoverPlanned,
        MessageKind.HandoverReminder => IsTheirs(message, referral) && referral.Status is ReferralStatus.Accepted or ReferralStatus.HandoverPlanned,
        MessageKind.OutreachNeeded => IsTheirs(message, referral) && referral is { Status: ReferralStatus.Accepted, Handover.OutreachSince: not null },
        MessageKind.FirstContactOverdue => !referral.Handover.IsContacted && !referral.Status.IsClosed,
        MessageKind.SupportReminder => IsTheirs(message, referral) && referral.Status is ReferralStatus.InSupport,
        MessageKind.Stuck => referral is { Status: ReferralStatus.InSupport, Support.StuckSince: not null },
        MessageKind.MessageWaiting => message.To.Kind is not RecipientKind.Worker || IsTheirs(message, referral),
        MessageKind.PauseIsOver => !referral.Status.IsClosed && referral.Status is not ReferralStatus.OnHold,
        MessageKind.PausedByClient => IsTheirs(message, referral) && referral.Status is ReferralStatus.OnHold,
        MessageKind.CancellationRequested => IsTheirs(message, referral) && referral.CancellationIsRequested,
        MessageKind.AcknowledgementReminder or MessageKind.AcknowledgementMissing =>
            referral.Feedback.Any(given => given is { Moment: FeedbackMoment.End, IsAcknowledged: false, IsPast: false }),
        MessageKind.AftercareDue => referral.Status is ReferralStatus.InSupport or ReferralStatus.Completed && (message.To.Kind is not RecipientKind.Worker || IsTheirs(message, referral)),
        _ => true,
    };

    static string SubjectOf(Message message) => $"{Code.Of(message.Kind)}.{Code.Of(message.To.Kind)}.{message.To.Id}";

    static bool IsTheirs(Message message, Referral referral) => message.To.Id == referral.Worker;
}
