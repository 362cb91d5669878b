using Azure.Data.Tables;
using Workflows.Functions.Backups;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Backups;

/// <summary>All that the app's tables hold.</summary>
static class TableContents
{
    /// <summary>Every row as a line, by table.</summary>
    public static async Task<IReadOnlyDictionary<string, IReadOnlyList<string>>> OfAsync(Tables tables)
    {
        var contents = new Dictionary<string, IReadOnlyList<string>>();
        foreach (var name in BackedUpTables.InOrder.Concat(BackedUpTables.NotHeld))
        {
            contents[name] = await tables.Named(name).QueryAsync<TableEntity>().Select(Line).ToListAsync();
        }

        return contents;
    }

    static string Line(TableEntity row) => TableLine.Write(new TableEntity(row.OrderBy(property => property.Key, StringComparer.Ordinal).ToDictionary()));
}
