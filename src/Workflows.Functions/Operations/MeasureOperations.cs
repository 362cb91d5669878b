using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;

namespace Workflows.Functions.Operations;

/// <summary>Measures how the whole stands every five minutes, and says so in the log: alerts listen there, also to silence.</summary>
sealed class MeasureOperations(OperationsMeasurer measurer, OperationsGauge gauge, ILogger<MeasureOperations> logger)
{
    /// <summary>The sweep comes every minute: what it could not do in so many tries needs a person.</summary>
    public static readonly TimeSpan LongestWait = TimeSpan.FromMinutes(15);

    [Function(nameof(MeasureOperations))]
    public async Task Run([TimerTrigger("30 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var measured = await measurer.MeasureAsync(cancellation);
        gauge.Show(measured);
        logger.OperationsMeasured(
            measured.Open.Values.Sum(), (int)measured.OldestDeadline.TotalMinutes, (int)measured.OldestPending.TotalMinutes, measured.DeadLetters.Values.Sum());
        if (measured.OldestPending > LongestWait)
        {
            logger.StoredWorkWaits((int)measured.OldestPending.TotalMinutes);
        }
    }
}
