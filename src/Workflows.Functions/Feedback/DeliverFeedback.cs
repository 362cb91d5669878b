using System.Diagnostics;
using System.Text.Json;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Directory;
using Workflows.Functions.Notifications;
using Workflows.Functions.Operations;
using Workflows.Functions.Storage;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>One attempt to deliver feedback to the practice's system. Address, secrets and lines are read now, so that none of them travels.</summary>
sealed class DeliverFeedback(
    DirectoryStore directory, DossierStore dossiers, IFeedbackConsent consent, LinkTokens links, CallbackClient callbacks, CallbackLog log, NotificationSettings settings, AuditTrail trail, ILogger<DeliverFeedback> logger)
{
    /// <summary>Longer than anybody is reminded of it.</summary>
    static readonly TimeSpan AcknowledgedWithin = TimeSpan.FromDays(90);

    [Function(nameof(DeliverFeedback))]
    public async Task<DeliveryAttempt> Run([ActivityTrigger] FeedbackOrder order, CancellationToken cancellation)
    {
        var scope = await consent.ScopeAsync(order.Referral, cancellation);
        if (scope is FeedbackScope.Nothing)
        {
            return new(DeliveryResult.Stopped);
        }

        if ((await directory.OrganisationAsync(order.Organisation, cancellation))?.AgreementWith(order.Practice)?.Feedback.Callback is not { } callback)
        {
            return new(DeliveryResult.NoCallback);
        }

        var feedback = await EventAsync(scope is FeedbackScope.Content ? order : order with { Lines = null }, cancellation);
        await trail.RecordAsync(AuditEvents.FeedbackDisclosed, order.Organisation, order.Referral);
        using var span = ReferralTrace.Start("callback", order.Referral);
        var started = Stopwatch.GetTimestamp();
        var attempt = await callbacks.PostAsync(callback, feedback.Id, feedback.ToJson(), cancellation);
        Telemetry.CalledBack(Stopwatch.GetElapsedTime(started), Code.Of(attempt.Result));
        logger.FeedbackWasTried(order.Feedback, attempt.Result);
        await log.AddAsync(order.Referral, order.Feedback, attempt, cancellation);
        if (attempt.Result is DeliveryResult.Gone)
        {
            await EndAsync(order, callback, cancellation);
        }

        return attempt;
    }

    async Task<FeedbackEvent> EventAsync(FeedbackOrder order, CancellationToken cancellation)
    {
        var token = await links.WriteAsync(new(LinkToken.Acknowledge, order.Referral, order.Feedback, order.GivenAt + AcknowledgedWithin), cancellation);

        // A dot separates what is signed from what comes after it, so that the id has none.
        return new(order.Feedback.Replace('.', '_'), settings.PublicUrl, order.Referral, order.GivenAt, new(
            order.Referral,
            (await ReadAsync<Sender>(order.Referral, DossierSection.Referrer, cancellation))?.Reference,
            order.Moment,
            order.Status,
            order.Outcome,
            order.Lines is { } section ? await ReadAsync<List<string>>(order.Referral, section, cancellation) ?? [] : [],
            new Uri(settings.PublicUrl, $"acknowledge/{token}")));
    }

    async Task<T?> ReadAsync<T>(string referral, string section, CancellationToken cancellation) =>
        await dossiers.ReadAsync(referral, section, cancellation) is { } json ? JsonSerializer.Deserialize<T>(json, JsonSerializerOptions.Web) : default;

    /// <summary>A system that wants no more calls gets none, for any referral: its callback leaves the agreement.</summary>
    async Task EndAsync(FeedbackOrder order, Callback refused, CancellationToken cancellation)
    {
        var isWritten = await directory.ChangeAsync(order.Organisation, organisation => organisation is null ? null : organisation with
        {
            Agreements = [.. organisation.Agreements.Select(agreement => agreement.Practice == order.Practice && agreement.Feedback.Callback?.Url == refused.Url
                ? agreement with { Feedback = agreement.Feedback with { Callback = null } }
                : agreement)],
        }, cancellation);
        if (!isWritten)
        {
            throw new InvalidOperationException("The directory was changed at the same moment.");
        }

        logger.SubscriptionHasEnded(order.Organisation, order.Practice);
    }

    /// <summary>What this delivery needs of the section in which the referrer stands.</summary>
    sealed record Sender(string? Reference);
}
