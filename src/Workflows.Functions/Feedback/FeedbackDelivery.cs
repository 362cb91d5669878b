using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;
using Workflows.Functions.Notifications;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Feedback;

/// <summary>
/// Delivers one feedback: to the practice's system, for days when need be, else by mail; and tells the referral how it ended.
/// The instance id is the feedback's id, so that an effect that comes twice is one delivery.
/// </summary>
public static class FeedbackDelivery
{
    /// <summary>Our own storage may fail for a while; the delivery outlasts it.</summary>
    static readonly TaskOptions UntilItWorks = TaskOptions.FromRetryPolicy(
        new RetryPolicy(int.MaxValue, TimeSpan.FromSeconds(5), backoffCoefficient: 2, maxRetryInterval: TimeSpan.FromMinutes(5)));

    /// <summary>Runs the delivery.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="order">What to deliver.</param>
    [Function(nameof(FeedbackDelivery))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, FeedbackOrder order)
    {
        switch (await CallAsync(context, order))
        {
            case DeliveryResult.Delivered:
                await ReportAsync(FeedbackChannel.Callback);
                break;
            case DeliveryResult.NoCallback or DeliveryResult.Gone or DeliveryResult.Later:
                var mailed = await MailAsync(context, order);
                if (mailed is not MailedFeedback.Stopped)
                {
                    await ReportAsync(mailed is MailedFeedback.Sent ? FeedbackChannel.Email : null);
                }

                break;
        }

        Task ReportAsync(FeedbackChannel? channel) =>
            context.CallActivityAsync(nameof(ReportFeedback), new FeedbackReport(order.Feedback, order.Referral, channel), UntilItWorks);
    }

    static async Task<DeliveryResult> CallAsync(TaskOrchestrationContext context, FeedbackOrder order)
    {
        for (var attempts = 1; ; attempts++)
        {
            var attempt = await context.CallActivityAsync<DeliveryAttempt>(nameof(DeliverFeedback), order, UntilItWorks);
            var wait = CallbackRetries.Wait(attempts, attempt.RetryAfter, context.NewGuid());
            if (attempt.Result is not DeliveryResult.Later || context.CurrentUtcDateTime + wait > order.RetryUntil)
            {
                return attempt.Result;
            }

            await context.CreateTimer(wait, CancellationToken.None);
        }
    }

    static async Task<MailedFeedback> MailAsync(TaskOrchestrationContext context, FeedbackOrder order)
    {
        // The sender itself gives up in the end, so that this does.
        for (var attempts = 1; ; attempts++)
        {
            await WaitOutQuietHoursAsync(context, order);
            var mailed = await context.CallActivityAsync<MailedFeedback>(nameof(MailFeedback), order, UntilItWorks);
            if (mailed is not MailedFeedback.Later)
            {
                return mailed;
            }

            await context.CreateTimer(Patience.After(attempts), CancellationToken.None);
        }
    }

    /// <summary>A system is called at any hour; a mail reaches a person.</summary>
    static async Task WaitOutQuietHoursAsync(TaskOrchestrationContext context, FeedbackOrder order)
    {
        if (order.ClosingDays is { } closed && QuietHours.NextAllowed(context.CurrentUtcDateTime, new([.. closed])) is var allowed && allowed > context.CurrentUtcDateTime)
        {
            await context.CreateTimer(allowed.UtcDateTime, CancellationToken.None);
        }
    }
}
