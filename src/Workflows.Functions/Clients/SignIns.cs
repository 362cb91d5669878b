using Azure;
using Azure.Data.Tables;
using Microsoft.Azure.Functions.Worker;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Clients;

/// <summary>The table <c>SignIns</c>: codes and sessions of clients, each with the moment from which it counts no more.</summary>
sealed class SignIns(Tables tables, TimeProvider clock)
{
    /// <summary>Of a row: from when it counts no more.</summary>
    public const string Expires = "Expires";

    /// <summary>A code's row also remembers how often one was sent in a day.</summary>
    static readonly TimeSpan Kept = TimeSpan.FromDays(1);

    /// <summary>Each night removes what has not counted for a day.</summary>
    [Function("ForgetSignIns")]
    public async Task Run([TimerTrigger("0 15 2 * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() - Kept;
        await foreach (var row in tables.SignIns.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"Expires lt {until}"), select: [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)], cancellationToken: cancellation))
        {
            await tables.SignIns.DeleteEntityAsync(row.PartitionKey, row.RowKey, ETag.All, cancellation);
        }
    }
}
