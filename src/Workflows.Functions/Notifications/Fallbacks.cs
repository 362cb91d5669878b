using Azure;
using Azure.Data.Tables;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Notifications;

/// <summary>The way on for a message that did not arrive: the other channel, and when that does not work either, a notice to the coordinator. Stored until it is done.</summary>
sealed class Fallbacks(Tables tables, NotificationStore store, ChannelSender channels, TimelineStore timeline, TimeProvider clock)
{
    /// <summary>No referral's id has an exclamation mark.</summary>
    const string Partition = "!fallbacks";

    /// <summary>Remembers that the message needs another way.</summary>
    public Task AddAsync(Notification notification, CancellationToken cancellation = default) =>
        tables.Notifications.UpsertEntityAsync(new TableEntity(Partition, TableKey.Valid(notification.RowKey)), TableUpdateMode.Replace, cancellation);

    /// <summary>Brings every stored one a step further.</summary>
    public async Task CarryAllAsync(CancellationToken cancellation = default)
    {
        await foreach (var row in tables.Notifications.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
        {
            if (await store.FindByRowKeyAsync(row.RowKey, cancellation) is ({ } notification, { State: NotificationState.NotDelivered }))
            {
                await CarryAsync(notification, cancellation);
            }
        }
    }

    /// <summary>Brings one a step further. Can be repeated: each message on the way has its own key.</summary>
    public async Task CarryAsync(Notification failed, CancellationToken cancellation = default)
    {
        if (await IsDoneAsync(failed, cancellation))
        {
            await tables.Notifications.DeleteEntityAsync(Partition, failed.RowKey, ETag.All, cancellation);
        }
    }

    async Task<bool> IsDoneAsync(Notification failed, CancellationToken cancellation)
    {
        if (failed.Template == Notification.Undeliverable
            || await timeline.ReadSummaryAsync(failed.Referral, cancellation) is not { } summary
            || ReferralJson.ReadReferral(summary) is not { IsErased: false, ConsentIsWithdrawn: false } referral)
        {
            return true;
        }

        if (QuietHours.NextAllowed(clock.GetUtcNow(), referral.Pathway.Calendar) > clock.GetUtcNow())
        {
            return false;
        }

        var other = await channels.SendAsync(failed with { Channel = failed.Channel is Channel.Email ? Channel.Sms : Channel.Email }, cancellation);
        if (other is not (NotificationState.Failed or NotificationState.NotDelivered))
        {
            return other.IsFinal;
        }

        var notice = new Notification($"{failed.Key}.undeliverable", failed.Referral, new(RecipientKind.Coordinator, referral.Organisation), Notification.Undeliverable);
        return (await channels.SendAsync(notice, cancellation)).IsFinal;
    }
}
