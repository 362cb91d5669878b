using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Engine.Stores;

public sealed class The_store_in_memory : A_partition_store
{
    private protected override Task<IPartitionStore> OpenAsync() => Task.FromResult<IPartitionStore>(new InProcessStore());
}
