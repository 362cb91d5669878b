using System.Collections.Concurrent;
using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.Worker;

/// <summary>What the host itself remembers across restarts: the clock, the schedules. In a table of the app's storage, apart for every task hub.</summary>
/// <remarks>An app of HTTP functions alone may run without storage: then it is remembered as long as the app runs.</remarks>
sealed class HostMemory(TableServiceClient? storage, string hub)
{
    const string Table = "LocalHost";
    const string Value = "Value";

    readonly TableClient? table = storage?.GetTableClient(Table);
    readonly ConcurrentDictionary<string, string> whileRunning = [];

    public async Task OpenAsync(CancellationToken cancellation)
    {
        if (table is not null)
        {
            await table.CreateIfNotExistsAsync(cancellation);
        }
    }

    public async Task<string?> RecallAsync(string key, CancellationToken cancellation)
    {
        if (table is null)
        {
            return whileRunning.GetValueOrDefault(key);
        }

        var row = await table.GetEntityIfExistsAsync<TableEntity>(hub, key, cancellationToken: cancellation);
        return row.HasValue ? row.Value!.GetString(Value) : null;
    }

    public async Task RememberAsync(string key, string value, CancellationToken cancellation)
    {
        if (table is null)
        {
            whileRunning[key] = value;
            return;
        }

        await table.UpsertEntityAsync(new TableEntity(hub, key) { [Value] = value }, TableUpdateMode.Replace, cancellation);
    }
}
