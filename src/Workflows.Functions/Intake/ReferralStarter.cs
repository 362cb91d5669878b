using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;
using Microsoft.Extensions.Logging;
using Workflows.Functions.Storage;
using Workflows.Referrals.Commands;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>Starts a referral. Its submission is stored first, as a command is: what was stored is started, by the sweep if not now.</summary>
sealed class ReferralStarter(TimelineStore timeline, ILogger<ReferralStarter> logger)
{
    /// <summary>Stores the submission and starts its orchestration. Can be repeated, also at the same moment: the id makes it one.</summary>
    public async Task StartAsync(Referral submitted, DurableTaskClient client, CancellationToken cancellation = default)
    {
        await timeline.StoreCommandAsync(submitted.Id, CommandEnvelope.Submission, ReferralJson.Write(submitted), fingerprint: submitted.Id, cancellation);
        await ScheduleAsync(submitted, client, cancellation);
    }

    /// <summary>Starts the orchestration of a stored submission, unless it has started.</summary>
    public async Task ScheduleAsync(Referral submitted, DurableTaskClient client, CancellationToken cancellation = default)
    {
        if (await client.GetInstanceAsync(submitted.Id, cancellation) is not null)
        {
            return;
        }

        try
        {
            await client.ScheduleNewOrchestrationInstanceAsync(nameof(ReferralOrchestrator), submitted, new StartOrchestrationOptions(InstanceId: submitted.Id), cancellation);
        }
        catch (Exception failure) when (!cancellation.IsCancellationRequested)
        {
            // Mostly the same submission at the same moment, which was first; the backends tell that by different exceptions.
            var reason = failure.GetType().Name;
            Logs.StartFailed(logger, submitted.Id, reason);
        }
    }
}
