using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Whether anybody uses the app: nothing is restored over it then.</summary>
sealed class AppUse(Tables tables)
{
    public async Task<bool> HasBegunAsync(CancellationToken cancellation = default)
    {
        foreach (var table in BackedUpTables.OfAnAppInUse.Select(tables.Named))
        {
            if (await table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation).AnyAsync(cancellation))
            {
                return true;
            }
        }

        return false;
    }
}
