using LocalRuntime.DurableTask;
using LocalRuntime.LocalPages;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Worker;

/// <summary>What the local page shows of the app's orchestrations.</summary>
sealed class LatestOrchestrations(DurableEngine engine) : ILocalOrchestrations
{
    public async Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation)
    {
        // Those that were updated last are not those that were created last, so all are looked at: on a developer's machine they are few.
        var latest = new PriorityQueue<OrchestrationMetadata, DateTimeOffset>();
        await foreach (var instance in engine.Client.GetAllInstancesAsync(new OrchestrationQuery(CreatedFrom: DateTimeOffset.UnixEpoch)).WithCancellation(cancellation))
        {
            latest.Enqueue(instance, instance.LastUpdatedAt);
            if (latest.Count > most)
            {
                latest.Dequeue();
            }
        }

        return
        [
            .. latest.UnorderedItems.Select(item => item.Element).OrderByDescending(instance => instance.LastUpdatedAt)
                .Select(instance => new LocalOrchestration(instance.InstanceId, instance.Name, instance.RuntimeStatus.ToString(), instance.CreatedAt, instance.LastUpdatedAt)),
        ];
    }
}
