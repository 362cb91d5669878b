using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Notifications;

/// <summary>Sends each message once by its key: by email, and what asks a worker for an answer by SMS as well.</summary>
sealed class NotificationSender(ChannelSender channels, IRecipients recipients)
{
    /// <summary>Offers and reminders. They say that something waits, not what.</summary>
    static readonly HashSet<string> AlsoBySms =
        [.. Enum.GetValues<MessageKind>().Where(kind => kind is MessageKind.OfferWaiting || kind.IsReminder).Select(Code.Of)];

    /// <summary>Sends the message unless that has been done, or brings it one step further. To be called again while the answer is not final.</summary>
    /// <returns>How far the email came; while that is final and the SMS is not, how far the SMS came.</returns>
    public async Task<NotificationState> SendAsync(Notification notification, CancellationToken cancellation = default)
    {
        var mail = await channels.SendAsync(notification, cancellation);
        if (!await IsAlsoSmsAsync(notification, cancellation))
        {
            return mail;
        }

        var sms = await channels.SendAsync(notification with { Channel = Channel.Sms }, cancellation);
        return mail.IsFinal && !sms.IsFinal ? sms : mail;
    }

    async Task<bool> IsAlsoSmsAsync(Notification notification, CancellationToken cancellation) =>
        channels.Has(Channel.Sms)
        && notification.To.Kind is RecipientKind.Worker
        && AlsoBySms.Contains(notification.Template)
        && await recipients.FindAsync(notification, cancellation) is { Phone: not null };
}
