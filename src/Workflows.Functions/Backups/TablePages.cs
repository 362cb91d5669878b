using System.Runtime.CompilerServices;
using Azure;
using Azure.Data.Tables;

namespace Workflows.Functions.Backups;

/// <summary>Reads a whole table, answer by answer.</summary>
static class TablePages
{
    /// <param name="table">The table; one that does not exist is empty.</param>
    /// <param name="from">How far an earlier reading came; null from the beginning.</param>
    /// <param name="byPartition">Whether the rows of a partition are to be those of one moment.</param>
    /// <param name="cancellation">Gives up.</param>
    public static async IAsyncEnumerable<TablePage> ReadAsync(TableClient table, TablePlace? from, bool byPartition, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        var done = from?.Done;
        await using var pages = table.QueryAsync<TableEntity>(cancellationToken: cancellation).AsPages(from?.Token).GetAsyncEnumerator(cancellation);
        while (await MoveNextAsync(pages))
        {
            var (rows, token) = (pages.Current.Values.Where(row => row.PartitionKey != done).ToList(), pages.Current.ContinuationToken);

            // An answer is of one moment; the next is of a later one. A partition that may go on in it is read once more, in one.
            if (byPartition && token is not null && rows is [.., var last])
            {
                done = last.PartitionKey;
                rows.RemoveAll(row => row.PartitionKey == done);
                rows.AddRange(await table.QueryAsync<TableEntity>(TableClient.CreateQueryFilter($"PartitionKey eq {done}"), cancellationToken: cancellation).ToListAsync(cancellation));
            }

            yield return new(rows, token is null ? null : new(token, done));
        }
    }

    static async Task<bool> MoveNextAsync(IAsyncEnumerator<Page<TableEntity>> pages)
    {
        try
        {
            return await pages.MoveNextAsync();
        }
        catch (RequestFailedException missing) when (missing.Status is 404)
        {
            return false;
        }
    }
}

/// <summary>Some rows of a table.</summary>
/// <param name="Rows">In the order of their keys.</param>
/// <param name="Next">Where to go on; null at the end.</param>
sealed record TablePage(IReadOnlyList<TableEntity> Rows, TablePlace? Next);

/// <summary>How far a table was read. It travels through an orchestration: storage's token is made of keys, which hold nothing personal.</summary>
/// <param name="Token">Storage's own word for it.</param>
/// <param name="Done">The partition that was already read to its end; null when none was.</param>
sealed record TablePlace(string Token, string? Done);
