using Azure.Data.Tables;

namespace LocalRuntime.Tests.Azurite;

public sealed class Table_storage_for_tests(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_keeps_what_is_written_under_the_prefix_of_one_test()
    {
        var table = new TableClient(azurite.ConnectionString, $"{AzuriteFixture.NewPrefix()}Words");
        await table.CreateAsync();
        await table.AddEntityAsync(new TableEntity("a", "b") { ["Word"] = "kept" });

        var read = await table.GetEntityAsync<TableEntity>("a", "b");
        Assert.Equal("kept", read.Value.GetString("Word"));
    }
}
