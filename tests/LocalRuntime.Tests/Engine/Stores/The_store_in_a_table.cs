using LocalRuntime.DurableTask.Store;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.Engine.Stores;

public sealed class The_store_in_a_table(AzuriteFixture azurite) : A_partition_store, IClassFixture<AzuriteFixture>
{
    private protected override async Task<IPartitionStore> OpenAsync()
    {
        var store = TablePartitionStore.Open(azurite.ConnectionString, AzuriteFixture.NewPrefix());
        await store.CreateAsync(default);
        return store;
    }

    [Theory]
    [InlineData("ReferralsHub", "ReferralsHubOrchestrations")]
    [InlineData("1-my_hub", "myhubOrchestrations")]
    public void Is_named_after_the_task_hub(string hub, string table) => Assert.Equal(table, TablePartitionStore.TableName(hub));

    [Fact]
    public async Task Is_unavailable_when_nothing_listens()
    {
        var store = TablePartitionStore.Open(azurite.ConnectionString.Replace("http://127.0.0.1:", "http://127.0.0.1:1/", StringComparison.Ordinal), "hub");

        var failure = await Assert.ThrowsAsync<StoreException>(() => store.ReadAsync("a", default));

        Assert.Equal(StoreFailure.Unavailable, failure.Failure);
    }
}
