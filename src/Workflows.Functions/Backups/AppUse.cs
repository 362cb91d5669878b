using Azure.Data.Tables;
using Workflows.Functions.Audit;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Backups;

/// <summary>Whether anybody uses the app: nothing is restored over it then.</summary>
sealed class AppUse(Tables tables, AuditTable audit)
{
    /// <summary>Whether there are referrals, dossiers or audit entries.</summary>
    public async Task<bool> HasBegunAsync(CancellationToken cancellation = default) =>
        await HoldsAnyAsync(tables.Timeline, cancellation) || await HoldsAnyAsync(tables.Dossiers, cancellation) || await audit.HoldsAnyAsync(cancellation);

    static async Task<bool> HoldsAnyAsync(TableClient table, CancellationToken cancellation) =>
        await table.QueryAsync<TableEntity>(maxPerPage: 1, cancellationToken: cancellation).AnyAsync(cancellation);
}
