using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Process;

/// <summary>Messages that wait for the end of the quiet hours, and are dropped when they are no longer needed by then.</summary>
static class Messages
{
    public static IEnumerable<Deadline> Deadlines(Referral referral) =>
        referral.Deferred.Select(deferred => new Deadline(DeadlineKind.DeferredMessage, deferred.Until, Who: null, Explanation: null, SubjectOf(deferred.Message)));

    public static Turn IsDue(Turn turn, Deadline deadline)
    {
        var message = turn.Referral.Deferred.First(deferred => SubjectOf(deferred.Message) == deadline.Subject).Message;
        var isNeeded = IsNeeded(message, turn.Referral);
        return turn.Event(new DeferredMessageDue(message, isNeeded)).If(isNeeded, due => due.Send(message));
    }

    static string SubjectOf(Message message) => $"{Code.Of(message.Kind)}.{Code.Of(message.To.Kind)}.{message.To.Id}";

    static bool IsNeeded(Message message, Referral referral) => message.Kind switch
    {
        MessageKind.NoLongerYours => message.To.Id != referral.Worker && message.To.Id != referral.Offer.Worker || referral.Status.IsClosed,
        _ when referral.ConsentIsWithdrawn => false,
        MessageKind.OfferWaiting or MessageKind.OfferReminder => referral.Offer.Worker == message.To.Id,
        MessageKind.CoordinatorNeeded or MessageKind.CoordinatorReminder or MessageKind.StillWaiting => referral.Status is ReferralStatus.AwaitingCoordinator,
        MessageKind.HandoverReminder or MessageKind.OutreachNeeded =>
            IsTheirs(message, referral) && referral.Status is ReferralStatus.Accepted or ReferralStatus.HandoverPlanned,
        MessageKind.FirstContactOverdue => !referral.Handover.IsContacted && !referral.Status.IsClosed,
        MessageKind.SupportReminder => IsTheirs(message, referral) && referral.Status is ReferralStatus.InSupport,
        MessageKind.Stuck => referral.Support?.StuckSince is not null && !referral.Status.IsClosed,
        MessageKind.Assigned or MessageKind.PauseIsOver => !referral.Status.IsClosed,
        MessageKind.CancellationRequested => IsTheirs(message, referral) && referral.CancellationIsRequested,
        MessageKind.AcknowledgementReminder or MessageKind.AcknowledgementMissing or MessageKind.FeedbackUndeliverable =>
            referral.Feedback.Any(given => given is { Moment: FeedbackMoment.End, IsAcknowledged: false }),
        MessageKind.AftercareDue => IsTheirs(message, referral),
        _ => true,
    };

    static bool IsTheirs(Message message, Referral referral) => message.To.Id == referral.Worker;
}
