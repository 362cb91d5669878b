using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Notifications;

/// <summary>What is known about one message.</summary>
/// <param name="State">How far it came.</param>
/// <param name="Attempts">How often it was handed to the provider.</param>
/// <param name="FirstTriedAt">When it was first tried, in the app's time.</param>
/// <param name="NextAt">Not tried again before, in the app's time.</param>
/// <param name="HandedOverAt">When it was last handed to the provider, in the app's time.</param>
/// <param name="Detail">A code that says why it failed or waits; the provider's message id when it was sent.</param>
sealed record NotificationRow(
    NotificationState State, int Attempts, DateTimeOffset FirstTriedAt, DateTimeOffset NextAt, DateTimeOffset HandedOverAt, string? Detail = null)
{
    const string ToId = "ToId";

    /// <summary>The version read; default for a message that has no row yet.</summary>
    public ETag Version { get; init; }

    public static NotificationRow Of(TableEntity entity) => new(
        Enum.Parse<NotificationState>(entity.GetString(nameof(State))),
        entity.GetInt32(nameof(Attempts))!.Value,
        entity.GetDateTimeOffset(nameof(FirstTriedAt))!.Value,
        entity.GetDateTimeOffset(nameof(NextAt))!.Value,
        entity.GetDateTimeOffset(nameof(HandedOverAt))!.Value,
        entity.GetString(nameof(Detail)))
    {
        Version = entity.ETag,
    };

    /// <summary>The message that a row is about.</summary>
    public static Notification NotificationOf(TableEntity entity)
    {
        var (key, channel) = Notification.OfRowKey(entity.RowKey);
        var to = new Recipient(Enum.Parse<RecipientKind>(entity.GetString(nameof(Notification.To))), entity.GetString(ToId));
        return new(key, entity.PartitionKey, to, entity.GetString(nameof(Notification.Template))) { Channel = channel };
    }

    public TableEntity Entity(Notification notification) => new(TableKey.Valid(notification.Referral), TableKey.Valid(notification.RowKey))
    {
        [nameof(State)] = $"{State}",
        [nameof(Attempts)] = Attempts,
        [nameof(FirstTriedAt)] = FirstTriedAt,
        [nameof(NextAt)] = NextAt,
        [nameof(HandedOverAt)] = HandedOverAt,
        [nameof(Detail)] = Detail,
        [nameof(Notification.Template)] = notification.Template,
        [nameof(Notification.To)] = $"{notification.To.Kind}",
        [ToId] = notification.To.Id,
    };
}
