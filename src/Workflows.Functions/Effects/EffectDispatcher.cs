using System.Diagnostics;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Audit;
using Workflows.Functions.Bus;
using Workflows.Functions.Clients;
using Workflows.Functions.Directory;
using Workflows.Functions.Events;
using Workflows.Functions.Feedback;
using Workflows.Functions.Notifications;
using Workflows.Functions.Operations;
using Workflows.Functions.Retention;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Effects;

/// <summary>Carries out what follows from a decision, and forgets it once it is done.</summary>
/// <remarks>What is not done stays stored and is tried again by <see cref="Sweep"/>: a bus that is down holds up no referral.</remarks>
sealed class EffectDispatcher(
    TimelineStore timeline, Outbox outbox, ReferralEvents events, FeedbackStarter feedback, Erasure erasure, Corrections corrections, DossierStore dossiers,
    DirectoryStore directory, AuditTrail trail, TimeProvider clock, ILogger<EffectDispatcher> logger)
{
    public async Task DispatchAsync(string referral, Effect effect, DurableTaskClient client, CancellationToken cancellation)
    {
        using var span = ReferralTrace.Start($"effect {effect.GetType().Name}", referral);
        try
        {
            await CarryOutAsync(referral, effect, client, cancellation);
            await timeline.RemoveEffectAsync(referral, effect.Key, cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            span?.SetStatus(ActivityStatusCode.Error);
            Logs.EffectFailed(logger, effect.Key, failure.GetType().Name);
        }
    }

    /// <summary>Carries the effect out, or hands it to who will. Can be repeated: its key makes it one.</summary>
    async Task CarryOutAsync(string referral, Effect effect, DurableTaskClient client, CancellationToken cancellation)
    {
        switch (effect)
        {
            case SendMessage { Message: var message }:
                var leaving = NotificationMessage.Of(new(effect.Key, referral, message.To, Code.Of(message.Kind)));
                if (message.Kind is MessageKind.SubmissionWaiting)
                {
                    leaving.ScheduledEnqueueTime = await AfterQuietHoursAsync(message.To.Id, cancellation);
                }

                await outbox.SendAsync(Entities.Notifications, leaving, cancellation);
                return;
            case GiveFeedback given:
                await feedback.StartAsync(referral, given, client, cancellation);
                return;
            case StopFeedback { Feedback: var delivery }:
                await FeedbackStarter.StopAsync(delivery, client, cancellation);
                return;
            case PublishEvents:
                await events.PublishAsync(referral, cancellation);
                return;
            case ForgetText { Text: var section }:
                await dossiers.RemoveAsync(referral, section, cancellation);
                return;
            case EraseDossier:
                var organisation = ReferralJson.ReadReferral((await timeline.ReadSummaryAsync(referral, cancellation))!).Organisation;
                await trail.RecordAsync(AuditEvents.DossierErased, organisation, referral);
                await erasure.EraseAsync(referral, cancellation);
                return;
            case CorrectDossier { Details: var details }:
                await corrections.ApplyAsync(referral, details, cancellation);
                return;
            default:
                throw new ArgumentOutOfRangeException(nameof(effect), effect.GetType().Name, "Not an effect of a referral.");
        }
    }

    /// <summary>A referral keeps its messages back by itself; what is none yet has nobody else to do that.</summary>
    async Task<DateTimeOffset> AfterQuietHoursAsync(string organisation, CancellationToken cancellation) => QuietHours.NextAllowed(
        clock.GetUtcNow(), new WorkCalendar((await directory.OrganisationAsync(organisation, cancellation))?.ClosingDays ?? []));
}
