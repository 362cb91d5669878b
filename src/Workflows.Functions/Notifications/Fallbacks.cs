using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Notifications;

/// <summary>The way on for a message that did not arrive: the other channel, and when that does not work either, a notice to the coordinator and a place on the coordinators' list. Stored until it is done.</summary>
sealed class Fallbacks(
    Tables tables, NotificationStore store, ChannelSender channels, UndeliveredMessages undelivered, TimelineStore timeline, DirectoryStore directory, TimeProvider clock,
    ILogger<Fallbacks> logger)
{
    /// <summary>No referral's id has an exclamation mark.</summary>
    const string Partition = "!fallbacks";

    const string Detail = "Detail";

    /// <summary>Remembers that the message did not arrive and needs another way. Once this answers, that is not forgotten, whatever happens next.</summary>
    /// <param name="notification">The message.</param>
    /// <param name="detail">The code that says why.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task AddAsync(Notification notification, string? detail, CancellationToken cancellation = default) => tables.Notifications.UpsertEntityAsync(
        new TableEntity(Partition, TableKey.Valid(notification.RowKey)) { [Detail] = detail }, TableUpdateMode.Replace, cancellation);

    /// <summary>Brings every stored one a step further. One that fails stays stored, and holds up no other.</summary>
    public async Task CarryAllAsync(CancellationToken cancellation = default)
    {
        await foreach (var row in tables.Notifications.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {Partition}"), cancellationToken: cancellation))
        {
            try
            {
                await CarryAsync(row, cancellation);
            }
            catch (Exception failure) when (!cancellation.IsCancellationRequested)
            {
                logger.FallbackFailed(row.RowKey, failure.GetType().Name);
            }
        }
    }

    /// <summary>Brings one a step further. Can be repeated: each message on the way has its own key.</summary>
    public async Task CarryAsync(Notification failed, CancellationToken cancellation = default)
    {
        if (await tables.Notifications.GetEntityIfExistsAsync<TableEntity>(Partition, failed.RowKey, cancellationToken: cancellation) is { HasValue: true, Value: { } row })
        {
            await CarryAsync(row, cancellation);
        }
    }

    async Task CarryAsync(TableEntity row, CancellationToken cancellation)
    {
        if (await store.FindByRowKeyAsync(row.RowKey, cancellation) is not var (failed, standing)
            || (await IsMarkedAsync(failed, standing, row.GetString(Detail), cancellation) && await IsDoneAsync(failed, cancellation)))
        {
            await tables.Notifications.DeleteEntityAsync(Partition, row.RowKey, ETag.All, cancellation);
        }
    }

    /// <summary>Whether the message stands as not arrived, by now. False when its sender wrote at the same moment: the next time, then.</summary>
    async Task<bool> IsMarkedAsync(Notification failed, NotificationRow standing, string? detail, CancellationToken cancellation) =>
        standing.State.DidNotArrive || await store.WriteAsync(failed, standing with { State = NotificationState.NotDelivered, Detail = detail }, cancellation) is not null;

    async Task<bool> IsDoneAsync(Notification failed, CancellationToken cancellation)
    {
        if (await WhoseAsync(failed, cancellation) is not var (organisation, calendar))
        {
            return true;
        }

        if (QuietHours.NextAllowed(clock.GetUtcNow(), calendar) > clock.GetUtcNow())
        {
            return false;
        }

        var other = await channels.SendAsync(failed with { Channel = failed.Channel is Channel.Email ? Channel.Sms : Channel.Email }, cancellation);
        if (!other.DidNotArrive)
        {
            return other.IsFinal;
        }

        return failed.Template == Notification.Undeliverable || await IsToldAsync(failed, organisation, cancellation);
    }

    /// <summary>The coordinator hears of it, by either channel. When neither works there is nobody left; the log has it.</summary>
    async Task<bool> IsToldAsync(Notification failed, string organisation, CancellationToken cancellation)
    {
        var triedAt = (await store.FindAsync(failed, cancellation))?.FirstTriedAt ?? clock.GetUtcNow();
        await undelivered.AddAsync(organisation, failed, triedAt, cancellation);
        var notice = new Notification($"{failed.Key}.undeliverable", failed.Referral, new(RecipientKind.Coordinator, organisation), Notification.Undeliverable);
        var told = await channels.SendAsync(notice, cancellation);
        return told.DidNotArrive ? await IsDoneAsync(notice, cancellation) : told.IsFinal;
    }

    /// <summary>Whose the message is, and on which days people there work; null when nothing about its referral may go out any more.</summary>
    async Task<(string Organisation, WorkCalendar Calendar)?> WhoseAsync(Notification notification, CancellationToken cancellation)
    {
        if (await timeline.ReadSummaryAsync(notification.Referral, cancellation) is { } summary)
        {
            return ReferralJson.ReadReferral(summary) is { IsErased: false, ConsentIsWithdrawn: false } referral ? (referral.Organisation, referral.Pathway.Calendar) : null;
        }

        // About what is no referral yet only the coordinators hear.
        return notification.To is { Kind: RecipientKind.Coordinator, Id: var id } && await directory.OrganisationAsync(id, cancellation) is { } organisation
            ? (id, new WorkCalendar(organisation.ClosingDays))
            : null;
    }
}
