using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Directory;
using Workflows.Functions.Feedback;
using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Operations;

/// <summary>
/// Finds referrals that are not erased and whose orchestration is missing or has ended, and starts each again as its last committed turn left it, under the same id.
/// One that runs, waits or was suspended by somebody is left alone. Commands that came meanwhile are stored: the sweep raises them.
/// </summary>
sealed class Reconciler(
    DirectoryStore directory, ListStore lists, TimelineStore timeline, ErasureList erasures, UndeliveredFeedback feedback, ILogger<Reconciler> logger)
{
    const string Missing = "Missing";

    static readonly OrchestrationQuery Unfinished = new(
        CreatedFrom: DateTimeOffset.UnixEpoch,
        Statuses: [OrchestrationRuntimeStatus.Running, OrchestrationRuntimeStatus.Pending, OrchestrationRuntimeStatus.Suspended],
        PageSize: 1000);

    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 8 };

    /// <returns>How many were started again.</returns>
    public async Task<int> RunAsync(DurableTaskClient client, CancellationToken cancellation = default)
    {
        var alive = await client.GetAllInstancesAsync(Unfinished).Select(instance => instance.InstanceId).ToHashSetAsync(cancellationToken: cancellation);
        var count = 0;
        foreach (var organisation in (await directory.AllAsync(cancellation)).Organisations)
        {
            var referrals = lists.KeysAsync(ReferralLists.All(organisation.Id), DateTimeOffset.MinValue, cancellation).Select(key => key.Id);
            await Parallel.ForEachAsync(referrals.Where(referral => !alive.Contains(referral)), AtOnce, async (referral, stop) =>
            {
                try
                {
                    if (await StartAgainAsync(referral, client, stop))
                    {
                        Interlocked.Increment(ref count);
                    }
                }
                catch (Exception failure) when (!stop.IsCancellationRequested)
                {
                    // It holds up no other, and is looked at again the next time.
                    logger.NotStartedAgain(referral, failure.GetType().Name);
                }
            });
        }

        return count;
    }

    /// <summary>Each is looked at again by itself: it may have begun or ended since all were listed.</summary>
    async Task<bool> StartAgainAsync(string id, DurableTaskClient client, CancellationToken cancellation)
    {
        var instance = await client.GetInstanceAsync(id, cancellation);
        if (instance is { IsCompleted: false }
            || await timeline.ReadSummaryAsync(id, cancellation) is not { } summary
            || ReferralJson.ReadReferral(summary) is not { IsErased: false } referral
            || await erasures.ContainsAsync(id, cancellation))
        {
            return false;
        }

        var state = instance?.RuntimeStatus.ToString() ?? Missing;
        await client.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), referral, new StartOrchestrationOptions(InstanceId: id), cancellation);
        await feedback.DeliverAsync(referral, client, cancellation);
        Telemetry.StartedAgain(state);
        logger.StartedAgain(id, state);
        return true;
    }
}
