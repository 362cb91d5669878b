using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;
using LocalRuntime.LocalPages.Storage;

namespace LocalRuntime.LocalPages.GpInbox;

/// <summary>What the sample GP system received.</summary>
sealed class DeliveryStore(LocalTables tables, TimeProvider clock)
{
    const string Order = nameof(Order);

    readonly ArrivalOrder order = new();

    /// <summary>Keeps one delivery; the next one of the same webhook is counted.</summary>
    public async Task AddAsync(string inbox, string webhookId, bool verified, string body, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var key = RowKey(webhookId, verified, body);
        while (true)
        {
            var known = await table.GetEntityIfExistsAsync<TableEntity>(inbox, key, cancellationToken: cancellation);
            try
            {
                if (known.HasValue)
                {
                    var again = new TableEntity(inbox, key) { [nameof(Delivery.Deliveries)] = known.Value!.GetInt32(nameof(Delivery.Deliveries)) + 1 };
                    await table.UpdateEntityAsync(again, known.Value.ETag, TableUpdateMode.Merge, cancellation);
                }
                else
                {
                    await table.AddEntityAsync(Entity(inbox, key, new Delivery(inbox, webhookId, clock.GetUtcNow(), 1, verified, body)), cancellation);
                }

                return;
            }
            catch (RequestFailedException other) when (other.Status is 409 or 412)
            {
                // Another delivery of the same webhook came between reading and writing: look again.
            }
        }
    }

    /// <summary>Everything received by every inbox, the newest last.</summary>
    public async Task<IReadOnlyList<Delivery>> AllAsync(CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var found = new List<TableEntity>();
        await foreach (var entity in table.QueryAsync<TableEntity>(cancellationToken: cancellation))
        {
            found.Add(entity);
        }

        return [.. found.OrderBy(entity => entity.GetString(Order), StringComparer.Ordinal).Select(Received)];
    }

    Task<TableClient> TableAsync(CancellationToken cancellation) => tables.OpenAsync("GpInbox", cancellation);

    /// <summary>A hash, because a sender's id may hold what a key may not. One that did not verify is told apart by its body too: its id proves nothing.</summary>
    static string RowKey(string webhookId, bool verified, string body) =>
        (verified ? "verified-" : "refused-") + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(verified ? webhookId : $"{webhookId}\n{body}")));

    TableEntity Entity(string inbox, string key, Delivery delivery)
    {
        var entity = new TableEntity(inbox, key)
        {
            [Order] = order.Next(delivery.ReceivedAt),
            [nameof(Delivery.WebhookId)] = delivery.WebhookId,
            [nameof(Delivery.ReceivedAt)] = delivery.ReceivedAt,
            [nameof(Delivery.Deliveries)] = delivery.Deliveries,
            [nameof(Delivery.Verified)] = delivery.Verified,
        };
        LongText.Write(entity, nameof(Delivery.Body), delivery.Body);
        return entity;
    }

    static Delivery Received(TableEntity entity) => new(
        entity.PartitionKey,
        entity.GetString(nameof(Delivery.WebhookId)),
        entity.GetDateTimeOffset(nameof(Delivery.ReceivedAt))!.Value,
        entity.GetInt32(nameof(Delivery.Deliveries))!.Value,
        entity.GetBoolean(nameof(Delivery.Verified))!.Value,
        LongText.Read(entity, nameof(Delivery.Body)) ?? "");
}
