using Azure.Data.Tables;
using Workflows.Functions.Backups;

namespace Workflows.Functions.Tests.Backups;

public sealed class When_a_table_is_read_while_it_changes
{
    /// <summary>Table Storage answers with a thousand rows at most: so many partitions of seven rows do not fit into one answer, nor end where it ends.</summary>
    const int Partitions = 400;

    const int RowsOfOne = 7;

    [Fact]
    public async Task The_rows_of_a_partition_are_those_of_one_moment()
    {
        var table = await FilledAsync();
        var read = new List<TableEntity>();
        await foreach (var page in TablePages.ReadAsync(table, null, byPartition: true))
        {
            read.AddRange(page.Rows);
            if (page.Next is { Done: { } split })
            {
                await WriteAsync(table, split, "later");   // between two answers, where the first ended
            }
        }

        Assert.Equal(Partitions * RowsOfOne, read.Count);
        Assert.All(read.GroupBy(row => row.PartitionKey), partition =>
        {
            Assert.Equal(RowsOfOne, partition.Select(row => row.RowKey).Distinct().Count());
            Assert.Single(partition.Select(row => row.GetString("Value")).Distinct());
        });
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_was_begun_is_gone_on_with_and_no_row_comes_twice(bool byPartition)
    {
        var table = await FilledAsync();
        var read = new List<TableEntity>();
        TablePlace? next = null;
        do
        {
            var page = await TablePages.ReadAsync(table, next, byPartition).FirstAsync();
            read.AddRange(page.Rows);
            next = page.Next;
        }
        while (next is not null);

        Assert.Equal(Partitions * RowsOfOne, read.Select(row => (row.PartitionKey, row.RowKey)).Distinct().Count());
        Assert.Equal(Partitions * RowsOfOne, read.Count);
    }

    [Fact]
    public async Task A_table_that_does_not_exist_is_empty() =>
        Assert.Empty(await TablePages.ReadAsync((await TestStorage.CreateAsync()).Tables.Named("Nowhere"), null, byPartition: true).ToListAsync());

    static async Task<TableClient> FilledAsync()
    {
        var table = (await TestStorage.CreateAsync()).Tables.Timeline;
        await Parallel.ForEachAsync(Enumerable.Range(0, Partitions), async (number, _) => await WriteAsync(table, $"p{number:D4}", "first"));
        return table;
    }

    static async Task WriteAsync(TableClient table, string partition, string value) => await table.SubmitTransactionAsync(
        Enumerable.Range(0, RowsOfOne).Select(row => new TableTransactionAction(TableTransactionActionType.UpsertReplace, new TableEntity(partition, $"{row}") { ["Value"] = value })));
}
