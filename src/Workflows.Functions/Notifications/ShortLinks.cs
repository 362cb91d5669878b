using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Notifications;

/// <summary>Links that fit an SMS: sixteen characters that nobody can guess, and in the table what they stand for.</summary>
sealed class ShortLinks(Tables tables, KeyedHash hash, TimeProvider clock)
{
    /// <summary>No referral's id has an exclamation mark.</summary>
    const string Partition = "!links";

    const int Length = 16;
    const string Referral = "Referral";
    const string Key = "Key";
    const string Expires = "Expires";
    static readonly TimeSpan LinksLast = TimeSpan.FromDays(60);

    /// <summary>The token for a message; the same message has the same one.</summary>
    public async Task<string> MakeAsync(Notification notification, CancellationToken cancellation = default)
    {
        var token = (await hash.OfAsync("short link", [notification.Referral, notification.Key], cancellation))[..Length];
        var row = new TableEntity(Partition, token) { [Referral] = notification.Referral, [Key] = notification.Key, [Expires] = clock.GetUtcNow() + LinksLast };
        await tables.Notifications.UpsertEntityAsync(row, TableUpdateMode.Replace, cancellation);
        return token;
    }

    /// <summary>The message that the token stands for; null when there is no such token, or none any more.</summary>
    public async Task<LinkedMessage?> ReadAsync(string token, CancellationToken cancellation = default) =>
        token.Length == Length && TableKey.IsValid(token)
            && await tables.Notifications.GetEntityIfExistsAsync<TableEntity>(Partition, token, cancellationToken: cancellation) is { HasValue: true, Value: { } row }
            && clock.GetUtcNow() < row.GetDateTimeOffset(Expires)
            ? new(row.GetString(Referral), row.GetString(Key))
            : null;

    /// <summary>Removes those that lead nowhere any more.</summary>
    public async Task ForgetAsync(CancellationToken cancellation = default)
    {
        var expired = TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and Expires le {clock.GetUtcNow()}");
        await foreach (var row in tables.Notifications.QueryAsync<TableEntity>(expired, select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellationToken: cancellation))
        {
            await tables.Notifications.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }
}
