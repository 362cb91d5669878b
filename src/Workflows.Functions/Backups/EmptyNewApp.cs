using Azure;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Takes away what a new app has put into its tables by itself: keys of its own, with which nothing that is restored was made.</summary>
sealed class EmptyNewApp(Tables tables)
{
    [Function(nameof(EmptyNewApp))]
    public async Task Run([ActivityTrigger] BackupToRestore restore, CancellationToken cancellation)
    {
        foreach (var table in BackedUpTables.OfANewApp.Select(tables.Named))
        {
            await foreach (var page in TablePages.ReadAsync(table, null, byPartition: false, cancellation))
            {
                await Task.WhenAll(page.Rows.Select(row => table.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation)));
            }
        }
    }
}
