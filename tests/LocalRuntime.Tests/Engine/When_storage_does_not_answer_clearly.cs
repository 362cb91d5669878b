using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;

namespace LocalRuntime.Tests.Engine;

public sealed class When_storage_does_not_answer_clearly
{
    static readonly StoreException Timeout = new(StoreFailure.Unavailable, "no answer");

    readonly InProcessStore rows = new();

    [Fact]
    public async Task A_write_that_was_done_is_not_done_again()
    {
        var store = new WatchedStore(rows) { AfterWrite = number => Fail(number % 2 == 0) };
        await using var hub = await StartAsync(store);

        var end = await hub.RunAsync("Counting");

        Assert.Equal(5, end.ReadOutputAs<int>());
        Assert.Equal(store.Writes - 1, Commits);   // the first write took the task hub, and every later one was a commit
    }

    [Fact]
    public async Task A_write_that_was_not_done_is_done_again()
    {
        var store = new WatchedStore(rows) { BeforeWrite = number => Fail(number % 2 == 0) };
        await using var hub = await StartAsync(store);

        Assert.Equal(5, (await hub.RunAsync("Counting")).ReadOutputAs<int>());
    }

    [Theory]
    [InlineData(StoreFailure.Conflict)]
    [InlineData(StoreFailure.Unavailable)]
    internal async Task A_spurious_answer_is_seen_through(StoreFailure answer)
    {
        var store = new WatchedStore(rows) { BeforeWrite = number => Fail(number is > 2 and < 10, answer) };
        await using var hub = await StartAsync(store);

        Assert.Equal(5, (await hub.RunAsync("Counting")).ReadOutputAs<int>());
    }

    [Fact]
    public async Task An_event_is_not_acknowledged_before_it_is_stored()
    {
        var isOut = true;
        var store = new WatchedStore(rows) { BeforeWrite = number => Fail(number > 2 && isOut) };
        await using var hub = await StartAsync(store);
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");

        var raised = hub.Client.RaiseEventAsync(id, "answer", "yes");
        Assert.False(raised.IsCompleted);
        isOut = false;
        await raised.WaitAsync(Hub.Within(20));

        Assert.Equal("yes", (await hub.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task An_instance_whose_row_is_refused_is_set_aside_and_its_neighbours_go_on()
    {
        var store = new WatchedStore(rows);
        await using var hub = await StartAsync(new RefusingStore(store, row => row.Values.Values.OfType<string>().Any(text => text.Contains("poison", StringComparison.Ordinal))));
        var poisoned = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        var neighbour = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");

        var bad = hub.Client.RaiseEventAsync(poisoned, "answer", "poison");
        var good = hub.Client.RaiseEventAsync(neighbour, "answer", "food");

        await Assert.ThrowsAsync<StoreException>(() => bad);
        await good;
        Assert.Equal("food", (await hub.EndAsync(neighbour)).ReadOutputAs<string>());
        await hub.SettleAsync();
        Assert.Equal(poisoned, Assert.Single(hub.Engine.Parked).Key);
    }

    long Commits => (long)rows.Rows.Single(row => row.Key == "fence").Values["Commits"];

    static void Fail(bool when, StoreFailure failure = StoreFailure.Unavailable)
    {
        if (when)
        {
            throw failure == StoreFailure.Unavailable ? Timeout : new StoreException(failure, "refused");
        }
    }

    static Task<Hub> StartAsync(IPartitionStore store) => Hub.StartAsync(
        tasks => tasks
            .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
            .AddOrchestratorFunc("Waiting", context => context.WaitForExternalEvent<string>("answer"))
            .AddOrchestratorFunc("Counting", async context =>
            {
                var number = 0;
                while (number < 5)
                {
                    number = await context.CallActivityAsync<int>("Next", number);
                }

                return number;
            }),
        store);

    /// <summary>Refuses for good what holds a certain row, as storage does with what is too large.</summary>
    sealed class RefusingStore(IPartitionStore inner, Predicate<Row> isRefused) : IPartitionStore
    {
        public Task CreateAsync(CancellationToken cancellation) => inner.CreateAsync(cancellation);

        public Task<Row?> ReadAsync(string key, CancellationToken cancellation) => inner.ReadAsync(key, cancellation);

        public Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation) =>
            inner.ReadRangeAsync(from, to, size, continuation, cancellation);

        public Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation) =>
            writes.OfType<MergeRow>().Any(write => isRefused(new(write.Key, string.Empty, write.Values)))
            || writes.OfType<PutRow>().Any(write => isRefused(new(write.Key, string.Empty, write.Values)))
                ? Task.FromException<string>(new StoreException(StoreFailure.Rejected, "too large"))
                : inner.WriteAsync(writes, cancellation);
    }
}
