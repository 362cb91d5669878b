using System.Collections.Concurrent;
using Azure.Data.Tables;

namespace LocalRuntime.LocalPages.Storage;

/// <summary>The tables of the local pages, in the app's own storage account, so that a kill loses nothing that was accepted.</summary>
sealed class LocalTables(LocalPagesSettings settings)
{
    readonly ConcurrentDictionary<string, TableClient> open = [];

    /// <summary>The table of that name, made when it does not exist.</summary>
    public async Task<TableClient> OpenAsync(string name, CancellationToken cancellation)
    {
        if (open.TryGetValue(name, out var known))
        {
            return known;
        }

        var table = new TableClient(settings.Storage, settings.TablePrefix + name);
        await table.CreateIfNotExistsAsync(cancellation);
        return open[name] = table;
    }
}
