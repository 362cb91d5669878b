using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Workflows.Functions.Storage;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Feedback;

/// <summary>Starts the delivery of one feedback: an orchestration of its own, named after the effect, with its own retries over days.</summary>
/// <remarks>Not a sub-orchestration: the referral starts its history afresh from time to time, and would lose the result.</remarks>
sealed class FeedbackStarter(TimelineStore timeline)
{
    /// <summary>Can be repeated: a delivery that was started is left alone.</summary>
    public async Task StartAsync(string id, GiveFeedback effect, DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (await client.GetInstanceAsync(effect.Key, cancellation) is not null)
        {
            return;
        }

        var referral = ReferralJson.ReadReferral((await timeline.ReadSummaryAsync(id, cancellation))!);
        var given = referral.Feedback.First(feedback => feedback.Id == effect.Key);
        await client.ScheduleNewOrchestrationInstanceAsync(
            nameof(FeedbackDelivery), FeedbackOrder.Of(effect, referral, given.GivenAt), new StartOrchestrationOptions(InstanceId: effect.Key), cancellation);
    }

    /// <summary>Ends a delivery that is still under way. An attempt that has begun looks at the consent itself before it calls.</summary>
    public static async Task StopAsync(string delivery, DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (await client.GetInstanceAsync(delivery, cancellation) is { IsCompleted: false })
        {
            await client.TerminateInstanceAsync(delivery, cancellation);
        }
    }
}
