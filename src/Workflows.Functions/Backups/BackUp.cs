using Microsoft.Azure.Functions.Worker;
using Microsoft.DurableTask;

namespace Workflows.Functions.Backups;

/// <summary>Makes one backup, part by part. There is one at a time: its instance id is always the same.</summary>
static class BackUp
{
    public const string InstanceId = "backup";

    /// <summary>Makes the backup.</summary>
    /// <param name="context">The orchestration.</param>
    /// <param name="order">Which backup of which tables.</param>
    [Function(nameof(BackUp))]
    public static async Task Run([OrchestrationTrigger] TaskOrchestrationContext context, BackupOrder order)
    {
        var (files, rows) = (new List<string>(), 0L);
        foreach (var table in order.Tables)
        {
            TablePlace? from = null;
            var number = 0;
            do
            {
                var part = await context.CallActivityAsync<ExportedPart>(nameof(ExportPart), new PartToExport(order.Name, table, number++, from), Retries.UntilItWorks);
                files.Add(part.File);
                rows += part.Rows;
                from = part.Next;
            }
            while (from is not null);
        }

        await context.CallActivityAsync(nameof(CompleteBackup), new BackupToComplete(order.Name, order.BegunAt, context.CurrentUtcDateTime, rows, files), Retries.UntilItWorks);
    }
}

/// <summary>A backup that is to be made.</summary>
/// <param name="Name">Its name.</param>
/// <param name="BegunAt">When it was ordered.</param>
/// <param name="Tables">Which tables, in the order of reading: another version of the app may have others.</param>
sealed record BackupOrder(string Name, DateTimeOffset BegunAt, List<string> Tables);
