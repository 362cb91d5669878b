using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_a_turn_is_committed : IAsyncLifetime
{
    const string Referral = "referral-1";
    static readonly ListKey Offered = ListKey.At("welzijn-zuid!status", TestStorage.Monday, Referral);
    static readonly ListKey Anna = ListKey.At("welzijn-zuid!worker!anna", TestStorage.Monday.AddDays(2), Referral);
    static readonly ListKey Bram = ListKey.At("welzijn-zuid!worker!bram", TestStorage.Monday.AddDays(4), Referral);

    TestStorage storage = null!;

    TimelineStore Timelines => storage.Timelines;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    static TimelineCommit Turn(long version, string summary, params ListKey[] lists) =>
        new(Referral, version, [new(version, $$"""{"event":{{version}}}""")], summary, null, [], lists);

    [Fact]
    public async Task Its_events_summary_and_effects_are_there_and_its_command_is_handled()
    {
        await Timelines.StoreCommandAsync(Referral, "accept-1", """{"accept":"anna"}""");

        await Timelines.CommitAsync(new(Referral, 2, [new(1, "one"), new(2, "two")], "summary", new("accept-1", "fine"), [new("referral-1.2.notify", "effect")], []));

        Assert.Equal([new(1, "one"), new(2, "two")], await Timelines.ReadEventsAsync(Referral));
        Assert.Equal("summary", await Timelines.ReadSummaryAsync(Referral));
        Assert.Equal([new("referral-1.2.notify", "effect")], await Timelines.PendingEffectsAsync(Referral));
        Assert.Empty(await Timelines.PendingCommandsAsync(Referral));
        Assert.Equal(new("accept-1", """{"accept":"anna"}""", IsHandled: true, "fine"), await Timelines.ReadCommandAsync(Referral, "accept-1"));
    }

    [Fact]
    public async Task The_same_again_changes_nothing_even_when_its_effects_were_dispatched()
    {
        await Timelines.StoreCommandAsync(Referral, "accept-1", "accept");
        TimelineCommit commit = new(Referral, 1, [new(1, "one")], "summary", new("accept-1"), [new("key", "effect")], []);
        await Timelines.CommitAsync(commit);
        await Timelines.RemoveEffectAsync(Referral, "key");

        await Timelines.CommitAsync(commit);

        Assert.Equal([new(1, "one")], await Timelines.ReadEventsAsync(Referral));
        Assert.Equal("summary", await Timelines.ReadSummaryAsync(Referral));
        Assert.Equal([new("key", "effect")], await Timelines.PendingEffectsAsync(Referral));   // dispatched once more: whoever gets it knows its key
        Assert.Empty(await Timelines.PendingCommandsAsync(Referral));
    }

    [Fact]
    public async Task A_command_whose_row_has_gone_does_not_stop_it()
    {
        await Timelines.CommitAsync(Turn(1, "summary") with { Handled = new("never-stored") });

        Assert.Equal("summary", await Timelines.ReadSummaryAsync(Referral));
        Assert.Empty(await Timelines.PendingCommandsAsync(Referral));
    }

    [Fact]
    public async Task One_that_was_given_up_for_dead_does_not_put_an_old_summary_back()
    {
        await Timelines.CommitAsync(Turn(1, "first"));
        await Timelines.CommitAsync(Turn(2, "second"));

        await Timelines.CommitAsync(Turn(1, "first"));

        Assert.Equal("second", await Timelines.ReadSummaryAsync(Referral));
    }

    [Fact]
    public async Task At_the_same_moment_as_the_next_one_the_next_one_stands()
    {
        await Task.WhenAll(Enumerable.Range(1, 10).Select(version => Timelines.CommitAsync(Turn(version, $"summary {version}"))));

        Assert.Equal("summary 10", await Timelines.ReadSummaryAsync(Referral));
    }

    [Fact]
    public async Task With_more_than_a_hundred_rows_it_is_refused_and_nothing_is_written()
    {
        var tooMany = Turn(1, "summary") with { Events = [.. Enumerable.Range(1, 100).Select(sequence => new StoredEvent(sequence, "event"))] };

        await Assert.ThrowsAsync<TableLimitException>(() => Timelines.CommitAsync(tooMany));

        Assert.Empty(await Timelines.ReadEventsAsync(Referral));
        Assert.Null(await Timelines.ReadSummaryAsync(Referral));
        await Timelines.CommitAsync(tooMany with { Events = [.. tooMany.Events.Take(99)] });
        Assert.Equal(99, (await Timelines.ReadEventsAsync(Referral)).Count);
    }

    [Fact]
    public async Task With_more_than_four_megabytes_it_is_refused_and_nothing_is_written()
    {
        var large = new string('x', 450_000);
        var tooMuch = Turn(1, "summary") with { Events = [.. Enumerable.Range(1, 10).Select(sequence => new StoredEvent(sequence, large))] };

        await Assert.ThrowsAsync<TableLimitException>(() => Timelines.CommitAsync(tooMuch));

        Assert.Null(await Timelines.ReadSummaryAsync(Referral));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(32 * 1024)]
    [InlineData(32 * 1024 + 1)]
    [InlineData(400_000)]
    public async Task A_text_longer_than_a_property_comes_back_whole(int length)
    {
        var text = new string('x', length);

        await Timelines.CommitAsync(Turn(1, text));

        Assert.Equal(text, await Timelines.ReadSummaryAsync(Referral));
    }

    [Fact]
    public async Task A_character_on_the_seam_of_two_properties_comes_back_whole()
    {
        var text = new string('x', (32 * 1024) - 1) + "👵 en verder";

        await Timelines.CommitAsync(Turn(1, text));

        Assert.Equal(text, await Timelines.ReadSummaryAsync(Referral));
    }

    [Fact]
    public async Task A_shorter_summary_leaves_nothing_of_the_longer_one()
    {
        await Timelines.CommitAsync(Turn(1, new string('x', 100_000)));
        await Timelines.CommitAsync(Turn(2, "short"));

        Assert.Equal("short", await Timelines.ReadSummaryAsync(Referral));
    }

    [Fact]
    public async Task A_text_longer_than_an_entity_is_refused() =>
        await Assert.ThrowsAsync<TableLimitException>(() => Timelines.CommitAsync(Turn(1, new string('x', 600_000))));

    [Fact]
    public async Task It_tells_which_list_rows_no_longer_hold()
    {
        Assert.Empty(await Timelines.CommitAsync(Turn(1, "offered to anna", Offered, Anna)));
        Assert.Equal([Anna], await Timelines.CommitAsync(Turn(2, "offered to bram", Offered, Bram)));
        Assert.Equal([Offered, Bram], await Timelines.CommitAsync(Turn(3, "closed")));
    }

    [Fact]
    public async Task The_same_again_tells_the_same_list_rows_again_because_their_removal_may_have_been_lost()
    {
        await Timelines.CommitAsync(Turn(1, "offered to anna", Offered, Anna));
        await Timelines.CommitAsync(Turn(2, "offered to bram", Offered, Bram));

        Assert.Equal([Anna], await Timelines.CommitAsync(Turn(2, "offered to bram", Offered, Bram)));
    }

    [Fact]
    public async Task Back_in_a_list_that_it_left_its_row_is_not_taken_away()
    {
        await Timelines.CommitAsync(Turn(1, "offered to anna", Anna));
        await Timelines.CommitAsync(Turn(2, "offered to bram", Bram));

        Assert.Equal([Bram], await Timelines.CommitAsync(Turn(3, "anna again", Anna)));
    }
}
