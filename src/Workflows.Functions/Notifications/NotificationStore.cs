using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>How far each message came, beside its referral. Every change needs the version that was read: of two senders one is first.</summary>
sealed class NotificationStore(Tables tables)
{
    /// <summary>What is known about a message; null when nobody has tried it.</summary>
    public async Task<NotificationRow?> FindAsync(Notification notification, CancellationToken cancellation) =>
        await tables.Notifications.GetEntityIfExistsAsync<TableEntity>(notification.Referral, notification.RowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? NotificationRow.Of(row)
            : null;

    /// <summary>A message and what is known about it, by the key under which its provider knows it; null for what nobody has tried.</summary>
    public async Task<(Notification Notification, NotificationRow Row)?> FindByRowKeyAsync(string rowKey, CancellationToken cancellation) =>
        TableKey.IsValid(rowKey)
            && await tables.Notifications.GetEntityIfExistsAsync<TableEntity>(rowKey.Split('.')[0], rowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            ? (NotificationRow.NotificationOf(row), NotificationRow.Of(row))
            : null;

    /// <summary>Every message about a referral, by key.</summary>
    public async Task<IReadOnlyList<(Notification Notification, NotificationRow Row)>> AllAsync(string referral, CancellationToken cancellation) => await tables.Notifications
        .QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {referral} and RowKey gt {referral + '.'} and RowKey lt {referral + '/'}"), cancellationToken: cancellation)
        .Select(row => (NotificationRow.NotificationOf(row), NotificationRow.Of(row)))
        .ToListAsync(cancellation);

    /// <summary>Writes what is known now, with its new version; null when somebody else wrote first.</summary>
    public async Task<NotificationRow?> WriteAsync(Notification notification, NotificationRow row, CancellationToken cancellation)
    {
        var entity = row.Entity(notification);
        try
        {
            var answer = row.Version == default
                ? await tables.Notifications.AddEntityAsync(entity, cancellation)
                : await tables.Notifications.UpdateEntityAsync(entity, row.Version, TableUpdateMode.Replace, cancellation);
            return row with { Version = answer.Headers.ETag ?? default };
        }
        catch (RequestFailedException other) when (other.Status is 409 or 412)
        {
            return null;
        }
    }
}
