using Azure;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>
/// Takes away what a new app has put into its tables by itself, such as keys with which nothing that is restored was made; or what a restore that failed has put there,
/// which would mix with another. Who was erased stays on the list. Can be repeated, and then goes on.
/// </summary>
sealed class EmptyTables(Tables tables)
{
    /// <summary>Transactions that are written at the same moment.</summary>
    static readonly ParallelOptions AtOnce = new() { MaxDegreeOfParallelism = 16 };

    [Function(nameof(EmptyTables))]
    public async Task Run([ActivityTrigger] BackupToRestore restore, CancellationToken cancellation)
    {
        foreach (var table in BackedUpTables.InOrder.Concat(BackedUpTables.NotHeld).Where(table => table != BackedUpTables.Erasures).Select(tables.Named))
        {
            await foreach (var page in TablePages.ReadAsync(table, null, byPartition: false, cancellation))
            {
                await Parallel.ForEachAsync(
                    page.Rows.GroupBy(row => row.PartitionKey).SelectMany(partition => partition.Chunk(TransactionLimits.Entities)),
                    AtOnce,
                    async (rows, stop) => await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(TableTransactionActionType.Delete, row, ETag.All)), stop));
            }
        }
    }
}
