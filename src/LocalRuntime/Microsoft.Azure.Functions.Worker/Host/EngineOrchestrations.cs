using LocalRuntime.DurableTask;
using LocalRuntime.LocalPages;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Worker;

/// <summary>What the local pages show of the app's orchestrations.</summary>
sealed class EngineOrchestrations(DurableEngine engine) : ILocalOrchestrations
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

    public async Task<LocalHistory?> FindAsync(string instanceId, CancellationToken cancellation) =>
        await engine.HistoryAsync(instanceId, cancellation) is not { State: var state } history ? null
        : new(
            new(state.Id, state.Name, state.Status.ToString(), state.CreatedAt, state.UpdatedAt),
            state.CustomStatus, state.Failure?.ErrorMessage, history.Due, history.Generation, HistoryInWords.Of(history));
}
