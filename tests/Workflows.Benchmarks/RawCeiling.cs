using System.Diagnostics;
using Azure.Data.Tables;

namespace Workflows.Benchmarks;

/// <summary>What this Azurite gives to a client that does nothing but write: no engine above it can be faster.</summary>
/// <param name="EntitiesInTransactions">Entities per second in transactions of 100 over 16 partitions.</param>
/// <param name="Upserts">Upserts per second, one entity each, one after the other.</param>
/// <param name="UpsertsAtOnce">Upserts per second, one entity each, 16 at once.</param>
sealed record RawCeiling(double EntitiesInTransactions, double Upserts, double UpsertsAtOnce)
{
    const int Partitions = 16;
    const int TransactionsPerPartition = 25;
    const int SingleUpserts = 1_600;

    public static async Task<RawCeiling> MeasureAsync(string connectionString)
    {
        var table = new TableClient(connectionString, "ceiling");
        await table.CreateIfNotExistsAsync();
        await UpsertAsync(table, "warm", 100);

        var transactions = await TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Partitions).Select(partition => FillAsync(table, $"p{partition}"))));
        var one = await TimeAsync(() => UpsertAsync(table, "one", SingleUpserts));
        var many = await TimeAsync(() => Task.WhenAll(Enumerable.Range(0, Partitions).Select(lane => UpsertAsync(table, $"lane{lane}", SingleUpserts / Partitions))));
        return new RawCeiling(
            Partitions * TransactionsPerPartition * 100 / transactions.TotalSeconds, SingleUpserts / one.TotalSeconds, SingleUpserts / many.TotalSeconds);
    }

    static async Task FillAsync(TableClient table, string partition)
    {
        for (var transaction = 0; transaction < TransactionsPerPartition; transaction++)
        {
            await table.SubmitTransactionAsync(Enumerable.Range(transaction * 100, 100)
                .Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Row(partition, row))));
        }
    }

    static async Task UpsertAsync(TableClient table, string partition, int count)
    {
        for (var row = 0; row < count; row++)
        {
            await table.UpsertEntityAsync(Row(partition, row), TableUpdateMode.Replace);
        }
    }

    static TableEntity Row(string partition, int row) => new(partition, $"{row:D8}") { ["Data"] = "a history row of a small orchestration, two hundred bytes or so" };

    static async Task<TimeSpan> TimeAsync(Func<Task> work)
    {
        var start = Stopwatch.GetTimestamp();
        await work();
        return Stopwatch.GetElapsedTime(start);
    }
}
