using System.Runtime.CompilerServices;
using Azure.Data.Tables;

namespace Workflows.Functions.Storage;

/// <summary>Which referrals' persons were erased and when: ids and nothing else. A restore takes the lists of all backups together, so that it knows whom to erase again.</summary>
sealed class ErasureList(Tables tables, TimeProvider clock)
{
    const string RowKey = "erased";
    const string At = "At";

    /// <summary>Notes the erasure, before it begins: one that broke off is on the list, too. Can be repeated.</summary>
    public Task AddAsync(string referral, CancellationToken cancellation = default) =>
        tables.Erasures.UpsertEntityAsync(new TableEntity(TableKey.Valid(referral), RowKey) { [At] = clock.GetUtcNow() }, TableUpdateMode.Merge, cancellation);

    public async Task<bool> ContainsAsync(string referral, CancellationToken cancellation = default) =>
        (await tables.Erasures.GetEntityIfExistsAsync<TableEntity>(referral, RowKey, cancellationToken: cancellation)).HasValue;

    /// <summary>The ids of all referrals on the list.</summary>
    public async IAsyncEnumerable<string> AllAsync([EnumeratorCancellation] CancellationToken cancellation = default)
    {
        await foreach (var row in tables.Erasures.QueryAsync<TableEntity>(select: [nameof(TableEntity.PartitionKey)], cancellationToken: cancellation))
        {
            yield return row.PartitionKey;
        }
    }
}
