using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Operations;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Notifications;

/// <summary>
/// Sends each message once by its key and channel. What was sent is known before it is asked again; what may have been sent is looked up at the provider,
/// and where that cannot be done it is shown as possibly sent (docs/decisions/possibly-sent.md).
/// </summary>
sealed class ChannelSender(
    NotificationStore store, IRecipients recipients, IEnumerable<IChannel> channels, Suppressions suppressions, NotificationSettings settings, TimeProvider clock, ILogger<ChannelSender> logger)
{
    /// <summary>The keys that this process is sending at this moment.</summary>
    readonly ConcurrentDictionary<string, bool> underWay = new();

    /// <summary>Whether the app has been told how to send by that channel.</summary>
    public bool Has(Channel kind) => channels.Any(channel => channel.Kind == kind);

    /// <summary>Sends the message unless that has been done, or brings it one step further. To be called again while the answer is not final.</summary>
    public async Task<NotificationState> SendAsync(Notification notification, CancellationToken cancellation = default)
    {
        if (!underWay.TryAdd(notification.RowKey, true))
        {
            return NotificationState.Sending;
        }

        try
        {
            var now = clock.GetUtcNow();
            return await store.FindAsync(notification, cancellation) switch
            {
                null => await TryAsync(notification, new(NotificationState.Pending, 0, now, now, now), cancellation),
                { State: NotificationState.Pending or NotificationState.Sending } waiting when waiting.NextAt > now => waiting.State,
                { State: NotificationState.Pending } due => await TryAsync(notification, due, cancellation),
                { State: NotificationState.Sending } lost => await FindOutAsync(notification, lost, cancellation),
                { State: var final } => final,
            };
        }
        finally
        {
            underWay.TryRemove(notification.RowKey, out _);
        }
    }

    async Task<NotificationState> TryAsync(Notification notification, NotificationRow row, CancellationToken cancellation)
    {
        var channel = channels.FirstOrDefault(channel => channel.Kind == notification.Channel);
        if (channel is null || await recipients.FindAsync(notification, cancellation) is not { } addressee || channel.AddressOf(addressee) is not { } address)
        {
            return await SettleAsync(notification, row, NotificationState.Failed, "noAddress", cancellation);
        }

        if (await suppressions.ContainAsync(notification.Channel, address, cancellation))
        {
            return await SettleAsync(notification, row, NotificationState.Failed, "suppressed", cancellation);
        }

        // From here on the message may leave. Whoever finds this row and no later one knows that much and no more.
        var sending = row with { State = NotificationState.Sending, Attempts = row.Attempts + 1, HandedOverAt = clock.GetUtcNow(), Detail = null };
        if (await store.WriteAsync(notification, sending, cancellation) is not { } mine)
        {
            return NotificationState.Sending;
        }

        using var span = ReferralTrace.Start($"send {Code.Of(notification.Channel)}", notification.Referral);
        var answer = await channel.SendAsync(notification, address, addressee.Language, cancellation);
        Telemetry.Sent(Code.Of(notification.Channel), Code.Of(answer.Result));
        if (answer.Result is ProviderResult.OptedOut)
        {
            await suppressions.AddAsync(notification.Channel, address, answer.Detail!, cancellation);
        }

        return answer.Result switch
        {
            ProviderResult.Accepted => await SettleAsync(notification, mine, NotificationState.Sent, answer.Detail, cancellation),
            ProviderResult.Refused or ProviderResult.OptedOut => await SettleAsync(notification, mine, NotificationState.Failed, answer.Detail, cancellation),
            ProviderResult.NotNow => await LaterAsync(notification, mine, answer.Detail, cancellation),
            _ => await LostAsync(notification, mine, answer.Detail, cancellation),
        };
    }

    /// <summary>An earlier attempt ended without an answer. Sent again only when the provider says that it does not have the message.</summary>
    async Task<NotificationState> FindOutAsync(Notification notification, NotificationRow lost, CancellationToken cancellation)
    {
        if (clock.GetUtcNow() - lost.HandedOverAt < settings.EvidenceSettlesIn)
        {
            return NotificationState.Sending;
        }

        var channel = channels.FirstOrDefault(channel => channel.Kind == notification.Channel);
        return (channel is null ? Evidence.None : await channel.FindAsync(notification, cancellation)) switch
        {
            Evidence.HasIt => await SettleAsync(notification, lost, NotificationState.Sent, "foundAtProvider", cancellation),
            Evidence.HasItNot => await TryAsync(notification, lost, cancellation),
            Evidence.None => await SettleAsync(notification, lost, NotificationState.PossiblySent, "answerLost", cancellation),
            _ => await LostAsync(notification, lost, "providerCannotTell", cancellation),
        };
    }

    async Task<NotificationState> LaterAsync(Notification notification, NotificationRow row, string? why, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - row.FirstTriedAt > Patience.Longest)
        {
            return await SettleAsync(notification, row, NotificationState.Failed, why, cancellation);
        }

        await store.WriteAsync(notification, row with { State = NotificationState.Pending, NextAt = now + Patience.After(row.Attempts), Detail = why }, cancellation);
        logger.NotificationWaits(notification.RowKey, row.Attempts, why);
        return NotificationState.Pending;
    }

    async Task<NotificationState> SettleAsync(Notification notification, NotificationRow row, NotificationState state, string? detail, CancellationToken cancellation)
    {
        await store.WriteAsync(notification, row with { State = state, Detail = detail }, cancellation);
        if (state is NotificationState.Failed or NotificationState.PossiblySent)
        {
            logger.NotificationIsNotSent(notification.RowKey, state, detail);
        }

        return state;
    }

    async Task<NotificationState> LostAsync(Notification notification, NotificationRow row, string? why, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        if (now - row.FirstTriedAt > Patience.Longest)
        {
            return await SettleAsync(notification, row, NotificationState.PossiblySent, why, cancellation);
        }

        await store.WriteAsync(notification, row with { NextAt = now + Patience.After(row.Attempts), Detail = why }, cancellation);
        logger.AnswerIsLost(notification.RowKey, why);
        return NotificationState.Sending;
    }
}
