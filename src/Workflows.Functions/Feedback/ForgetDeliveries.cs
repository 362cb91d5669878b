using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask.Client;

namespace Workflows.Functions.Feedback;

/// <summary>Removes each night the deliveries that have long ended: what became of them stands in the referral's timeline and in the log of callbacks.</summary>
/// <remarks>Only these: an ended orchestration of another kind says something by being there, as that of a restore that broke off.</remarks>
sealed class ForgetDeliveries(TimeProvider clock)
{
    /// <summary>Far longer than an effect is repeated; as long as the delivery is there, it is not begun a second time.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(60);

    [Function(nameof(ForgetDeliveries))]
    public async Task Run([TimerTrigger("0 40 2 * * *")] TimerInfo timer, [DurableClient] DurableTaskClient client, CancellationToken cancellation)
    {
        var ended = new OrchestrationQuery(
            CreatedFrom: DateTimeOffset.UnixEpoch,
            CreatedTo: clock.GetUtcNow() - Kept,
            Statuses: [OrchestrationRuntimeStatus.Completed, OrchestrationRuntimeStatus.Failed, OrchestrationRuntimeStatus.Terminated]);
        await foreach (var instance in client.GetAllInstancesAsync(ended).WithCancellation(cancellation))
        {
            if (instance.Name == nameof(FeedbackDelivery))
            {
                await client.PurgeInstanceAsync(instance.InstanceId, cancellation);
            }
        }
    }
}
