using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_the_sweep_looks_for_pending_work : IAsyncLifetime
{
    const string Referral = "referral-1";
    static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);

    TestStorage storage = null!;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    ValueTask<List<PendingWork>> SweepAsync(TimeSpan after)
    {
        storage.Machine.Now = DateTimeOffset.UtcNow + after;
        return storage.Timelines.PendingWorkAsync(olderThan: Minute).ToListAsync();
    }

    ValueTask<List<Azure.Data.Tables.TableEntity>> MarksAsync() =>
        storage.Tables.Pending.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync();

    [Fact]
    public async Task It_finds_a_command_that_waits_longer_than_a_minute()
    {
        await storage.Timelines.StoreCommandAsync(Referral, "key", "accept");

        Assert.Empty(await SweepAsync(after: Minute / 2));
        var work = Assert.Single(await SweepAsync(after: Minute * 2));
        Assert.Equal((Referral, "key"), (work.Referral, work.Commands.Single().Key));
    }

    [Fact]
    public async Task It_finds_an_effect_that_was_not_dispatched()
    {
        await storage.Timelines.CommitAsync(new(Referral, 1, [new(1, "event")], "summary", null, [new("effect", "notify")], []));

        Assert.Equal([new("effect", "notify")], Assert.Single(await SweepAsync(after: Minute * 2)).Effects);
    }

    [Fact]
    public async Task It_finds_it_again_until_it_is_done_and_then_forgets_the_referral()
    {
        await storage.Timelines.StoreCommandAsync(Referral, "key", "accept");
        Assert.Single(await SweepAsync(after: Minute * 2));
        Assert.Single(await SweepAsync(after: Minute * 2));

        await storage.Timelines.CommitAsync(new(Referral, 0, [], "summary", new("key"), [], []));

        Assert.Empty(await SweepAsync(after: Minute * 2));
        Assert.Empty(await MarksAsync());
    }

    [Fact]
    public async Task A_command_that_is_given_again_or_contradicted_does_not_make_the_first_one_wait_longer()
    {
        await storage.Timelines.StoreCommandAsync(Referral, "key", "accept");
        var mark = Assert.Single(await MarksAsync()).ETag;

        await storage.Timelines.StoreCommandAsync(Referral, "key", "accept");
        await storage.Timelines.StoreCommandAsync(Referral, "key", "decline");
        Assert.Equal(mark, Assert.Single(await MarksAsync()).ETag);

        await storage.Timelines.StoreCommandAsync(Referral, "another", "accept");
        Assert.NotEqual(mark, Assert.Single(await MarksAsync()).ETag);
    }

    [Fact]
    public async Task It_finds_what_is_left_and_not_what_was_handled()
    {
        await storage.Timelines.StoreCommandAsync(Referral, "first", "accept");
        await storage.Timelines.StoreCommandAsync(Referral, "second", "decline");
        await storage.Timelines.CommitAsync(new(Referral, 1, [new(1, "event")], "summary", new("first"), [new("effect", "notify")], []));

        var work = Assert.Single(await SweepAsync(after: Minute * 2));

        Assert.Equal(["second"], work.Commands.Select(command => command.Key));
        Assert.Equal([new("effect", "notify")], work.Effects);
    }

    [Fact]
    public async Task It_does_not_forget_a_referral_whose_command_may_be_on_its_way()
    {
        await new PendingMarks(storage.Tables.Pending, storage.Machine).AroundAsync(Referral, () => Task.FromResult(0), CancellationToken.None);
        storage.Machine.Now = DateTimeOffset.UtcNow + (Minute / 2);

        Assert.Empty(await storage.Timelines.PendingWorkAsync(olderThan: TimeSpan.Zero).ToListAsync());

        Assert.Single(await MarksAsync());
    }

    [Fact]
    public async Task It_does_not_forget_a_referral_that_was_given_another_command_meanwhile()
    {
        var marks = new PendingMarks(storage.Tables.Pending, storage.Machine);
        await marks.AroundAsync(Referral, () => Task.FromResult(0), CancellationToken.None);
        var seen = Assert.Single(await MarksAsync());
        await storage.Timelines.StoreCommandAsync(Referral, "key", "accept");
        storage.Machine.Now = DateTimeOffset.UtcNow + (Minute * 2);

        await marks.ClearAsync(seen, CancellationToken.None);

        Assert.Single(await SweepAsync(after: Minute * 2));
    }

    [Fact]
    public async Task A_slow_write_whose_mark_was_cleared_marks_its_referral_again()
    {
        var marks = new PendingMarks(storage.Tables.Pending, storage.Machine);

        await marks.AroundAsync(
            Referral,
            async () =>
            {
                Assert.Empty(await SweepAsync(after: Minute * 2));
                return 0;
            },
            CancellationToken.None);

        Assert.Single(await MarksAsync());
    }
}
