using DurableTask.Core.Exceptions;
using LocalRuntime.DurableTask.Store;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.Tests.Engine;

public sealed class When_storage_does_not_answer_clearly
{
    static readonly StoreException Timeout = new(StoreFailure.Unavailable, "no answer");

    readonly InProcessStore rows = new();
    readonly TaskCompletionSource heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

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
        await using var hub = await StartAsync(new RefusingStore(rows, HoldsPoison));
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

    [Fact]
    public async Task What_an_instance_does_while_its_row_is_refused_counts_no_more_than_that()
    {
        var refusal = new Gate();
        await using var hub = await StartAsync(new RefusingStore(rows, HoldsPoison) { BeforeRefusal = refusal.PassAsync });
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Listening");
        var bad = hub.Client.RaiseEventAsync(id, "answer", "poison");
        await refusal.Reached;
        var next = hub.Client.RaiseEventAsync(id, "answer", "heard");
        await heard.Task.WaitAsync(Hub.Within(20));

        refusal.Open();

        await Assert.ThrowsAsync<StoreException>(() => bad);
        await Assert.ThrowsAsync<StoreException>(() => next.WaitAsync(Hub.Within(20)));
        await hub.SettleAsync();
        Assert.Equal(id, Assert.Single(hub.Engine.Parked).Key);
        Assert.Single((await hub.Engine.HistoryAsync(id, Hub.Within(20)))!.Episodes);   // its start
    }

    [Fact]
    public async Task What_arrives_while_an_instance_is_set_aside_is_kept_for_it()
    {
        var reading = new Gate();
        await using var hub = await StartAsync(new RefusingStore(rows, HoldsPoison) { BeforeReading = reading.PassAsync });
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        var bad = hub.Client.RaiseEventAsync(id, "answer", "poison");
        await reading.Reached;
        var good = hub.Client.RaiseEventAsync(id, "answer", "food");

        reading.Open();

        await Assert.ThrowsAsync<StoreException>(() => bad);
        await good.WaitAsync(Hub.Within(20));
        await hub.Client.ResumeInstanceAsync(id);
        Assert.Equal("food", (await hub.EndAsync(id)).ReadOutputAs<string>());
    }

    [Fact]
    public async Task Who_waits_for_an_id_whose_instance_does_not_end_after_all_is_told_so()
    {
        var refusal = new Gate();
        await using var hub = await StartAsync(new RefusingStore(rows, HoldsPoison) { BeforeRefusal = refusal.PassAsync });
        var id = await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting");
        var bad = hub.Client.RaiseEventAsync(id, "answer", "poison");
        await refusal.Reached;
        var again = hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", new StartOrchestrationOptions(InstanceId: id));

        refusal.Open();

        await Assert.ThrowsAsync<StoreException>(() => bad);
        await Assert.ThrowsAsync<OrchestrationAlreadyExistsException>(() => again.WaitAsync(Hub.Within(20)));
    }

    [Fact]
    public async Task Of_an_instance_whose_first_row_is_refused_nothing_is_left()
    {
        var reading = new Gate();
        await using var hub = await StartAsync(new RefusingStore(rows, HoldsPoison) { BeforeReading = reading.PassAsync });
        var started = hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", "poison", new StartOrchestrationOptions(InstanceId: "again"));
        await reading.Reached;
        var raised = hub.Client.RaiseEventAsync("again", "answer", "food");

        reading.Open();

        await Assert.ThrowsAsync<StoreException>(() => started);
        await Assert.ThrowsAsync<StoreException>(() => raised.WaitAsync(Hub.Within(20)));
        await hub.Client.ScheduleNewOrchestrationInstanceAsync("Waiting", new StartOrchestrationOptions(InstanceId: "again"));
        await hub.Client.RaiseEventAsync("again", "answer", "food");
        Assert.Equal("food", (await hub.EndAsync("again")).ReadOutputAs<string>());
    }

    long Commits => (long)rows.Rows.Single(row => row.Key == "fence").Values["Commits"];

    static void Fail(bool when, StoreFailure failure = StoreFailure.Unavailable)
    {
        if (when)
        {
            throw failure == StoreFailure.Unavailable ? Timeout : new StoreException(failure, "refused");
        }
    }

    static bool HoldsPoison(Row row) => row.Values.Values.OfType<string>().Any(text => text.Contains("poison", StringComparison.Ordinal));

    Task<Hub> StartAsync(IPartitionStore store) => Hub.StartAsync(
        tasks => tasks
            .AddActivityFunc<int, int>("Next", (_, number) => number + 1)
            .AddOrchestratorFunc("Waiting", context => context.WaitForExternalEvent<string>("answer"))
            .AddOrchestratorFunc("Listening", async context =>
            {
                while (await context.WaitForExternalEvent<string>("answer") != "heard")
                {
                }

                heard.TrySetResult();
                await context.WaitForExternalEvent<string>("end");
            })
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
        public Func<Task> BeforeRefusal { get; init; } = () => Task.CompletedTask;

        /// <summary>Before a single instance is read.</summary>
        public Func<Task> BeforeReading { get; init; } = () => Task.CompletedTask;

        public Task CreateAsync(CancellationToken cancellation) => inner.CreateAsync(cancellation);

        public async Task<Row?> ReadAsync(string key, CancellationToken cancellation)
        {
            await (key == "fence" ? Task.CompletedTask : BeforeReading());
            return await inner.ReadAsync(key, cancellation);
        }

        public Task<RowPage> ReadRangeAsync(string from, string to, int size, string? continuation, CancellationToken cancellation) =>
            inner.ReadRangeAsync(from, to, size, continuation, cancellation);

        public async Task<string> WriteAsync(IReadOnlyList<RowWrite> writes, CancellationToken cancellation)
        {
            if (writes.OfType<MergeRow>().Any(write => isRefused(new(write.Key, string.Empty, write.Values)))
                || writes.OfType<PutRow>().Any(write => isRefused(new(write.Key, string.Empty, write.Values))))
            {
                await BeforeRefusal();
                throw new StoreException(StoreFailure.Rejected, "too large");
            }

            return await inner.WriteAsync(writes, cancellation);
        }
    }

    /// <summary>Holds up whoever comes by, until it is opened.</summary>
    sealed class Gate
    {
        readonly TaskCompletionSource reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
        readonly TaskCompletionSource opened = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public Task Reached => reached.Task.WaitAsync(Hub.Within(20));

        public Task PassAsync()
        {
            reached.TrySetResult();
            return opened.Task;
        }

        public void Open() => opened.TrySetResult();
    }
}
