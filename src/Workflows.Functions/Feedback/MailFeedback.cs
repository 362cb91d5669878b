using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Feedback;

/// <summary>Tells the practice by mail that feedback can be read: where it has no system, or its system does not answer.</summary>
sealed class MailFeedback(NotificationSender sender, IFeedbackConsent consent)
{
    [Function(nameof(MailFeedback))]
    public async Task<MailedFeedback> Run([ActivityTrigger] FeedbackOrder order, CancellationToken cancellation)
    {
        if (await consent.ScopeAsync(order.Referral, cancellation) is FeedbackScope.Nothing)
        {
            return MailedFeedback.Stopped;
        }

        Notification mail = new($"{order.Feedback}.mail", order.Referral, new(RecipientKind.Referrer, order.Referral), Notification.FeedbackWaiting);
        return await sender.SendAsync(mail, cancellation) switch
        {
            NotificationState.Sent or NotificationState.Delivered or NotificationState.PossiblySent => MailedFeedback.Sent,
            NotificationState.Failed or NotificationState.NotDelivered => MailedFeedback.Failed,
            _ => MailedFeedback.Later,
        };
    }
}

/// <summary>How far the mail about feedback came.</summary>
public enum MailedFeedback
{
    /// <summary>It left, or may have.</summary>
    Sent,

    /// <summary>To be tried again.</summary>
    Later,

    /// <summary>It cannot be sent.</summary>
    Failed,

    /// <summary>Nothing goes out any more.</summary>
    Stopped,
}
