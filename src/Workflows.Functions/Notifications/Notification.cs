using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Notifications;

/// <summary>One message on its way to one person. It holds no personal data: the address is looked up when it is sent.</summary>
/// <param name="Key">The effect's key: one key, one message.</param>
/// <param name="Referral">The referral's id.</param>
/// <param name="To">Who gets it.</param>
/// <param name="Template">Which text, as a code: that of a <see cref="MessageKind"/>, or <see cref="FeedbackWaiting"/>.</param>
sealed record Notification(string Key, string Referral, Recipient To, string Template)
{
    /// <summary>Tells a practice without a callback, or whose callback failed, that feedback can be read.</summary>
    public const string FeedbackWaiting = "feedbackWaiting";

    /// <summary>Tells a coordinator that a message reached its person by no channel.</summary>
    public const string Undeliverable = "messageUndeliverable";

    /// <summary>By which channel: one message per key and channel.</summary>
    public Channel Channel { get; init; } = Channel.Email;

    /// <summary>In which words: what others get, too, is said to a client in plain ones.</summary>
    public string Words => To.Kind is not RecipientKind.Client ? Template
        : Template == Code.Of(MessageKind.AftercareDue) ? AftercareForClient
        : Template == Code.Of(MessageKind.HandoverPlanned) ? HandoverForClient
        : Template;

    /// <summary>The words in which a client is asked for a measurement.</summary>
    public const string AftercareForClient = "aftercareForClient";

    /// <summary>The words in which a client hears that there is an appointment.</summary>
    public const string HandoverForClient = "handoverForClient";

    /// <summary>Under which key its state is kept and its provider knows it.</summary>
    public string RowKey => Channel is Channel.Sms ? $"{Key}{SmsSuffix}" : Key;

    /// <summary>The key and the channel that make up a row's key.</summary>
    public static (string Key, Channel Channel) OfRowKey(string rowKey) =>
        rowKey.EndsWith(SmsSuffix, StringComparison.Ordinal) ? (rowKey[..^SmsSuffix.Length], Channel.Sms) : (rowKey, Channel.Email);

    const string SmsSuffix = ".sms";
}

/// <summary>How far a message came.</summary>
enum NotificationState
{
    /// <summary>It certainly has not left; it is tried again later.</summary>
    Pending,

    /// <summary>It may be leaving at this moment, or its sender ended before it heard the answer.</summary>
    Sending,

    /// <summary>The provider accepted it.</summary>
    Sent,

    /// <summary>The provider's answer was lost and the provider cannot be asked. It is shown, and not sent again.</summary>
    PossiblySent,

    /// <summary>It cannot be sent: no address, or the provider refuses it.</summary>
    Failed,

    /// <summary>The provider reports that it arrived.</summary>
    Delivered,

    /// <summary>The provider reports that it did not arrive and will not. It takes another way.</summary>
    NotDelivered,
}

/// <summary>What follows from how far a message came.</summary>
static class NotificationStateExtensions
{
    extension(NotificationState state)
    {
        /// <summary>Whether sending is over: what its provider may still report does not change that.</summary>
        public bool IsFinal => state is not (NotificationState.Pending or NotificationState.Sending);

        /// <summary>Whether it certainly reached nobody and will not: it needs another way.</summary>
        public bool DidNotArrive => state is NotificationState.Failed or NotificationState.NotDelivered;
    }
}
