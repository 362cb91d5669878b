using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_a_command_is_stored : IAsyncLifetime
{
    const string Referral = "referral-1";

    TestStorage storage = null!;

    TimelineStore Timelines => storage.Timelines;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    async Task HandleAsync(string key) =>
        await Timelines.CommitAsync(new(Referral, 0, [], "summary", new(key), [], []));

    [Fact]
    public async Task It_waits_until_a_turn_handles_it()
    {
        Assert.Equal(CommandStored.Now, await Timelines.StoreCommandAsync(Referral, "key", "accept"));
        Assert.Equal([new("key", "accept", IsHandled: false, null)], await Timelines.PendingCommandsAsync(Referral));

        await HandleAsync("key");

        Assert.Empty(await Timelines.PendingCommandsAsync(Referral));
    }

    [Fact]
    public async Task Under_the_same_key_again_it_is_the_same_command_also_after_it_was_handled()
    {
        await Timelines.StoreCommandAsync(Referral, "key", "accept");
        Assert.Equal(CommandStored.Before, await Timelines.StoreCommandAsync(Referral, "key", "accept"));

        await HandleAsync("key");

        Assert.Equal(CommandStored.Before, await Timelines.StoreCommandAsync(Referral, "key", "accept"));
        Assert.Empty(await Timelines.PendingCommandsAsync(Referral));
    }

    [Fact]
    public async Task Other_content_under_its_key_is_a_conflict_and_the_first_stands()
    {
        await Timelines.StoreCommandAsync(Referral, "key", "accept");

        Assert.Equal(CommandStored.Conflict, await Timelines.StoreCommandAsync(Referral, "key", "decline"));
        Assert.Equal("accept", (await Timelines.ReadCommandAsync(Referral, "key"))?.Json);
    }

    [Fact]
    public async Task What_has_to_be_the_same_can_be_less_than_the_whole()
    {
        await Timelines.StoreCommandAsync(Referral, "key", "accept, received at ten", fingerprint: "accept");

        Assert.Equal(CommandStored.Before, await Timelines.StoreCommandAsync(Referral, "key", "accept, received at eleven", fingerprint: "accept"));
    }

    [Fact]
    public async Task Many_times_at_the_same_moment_it_is_stored_once()
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Timelines.StoreCommandAsync(Referral, "key", "accept")));

        Assert.Single(answers, CommandStored.Now);
        Assert.Single(await Timelines.PendingCommandsAsync(Referral));
    }

    [Theory]
    [InlineData("a/b")]
    [InlineData("a#b")]
    [InlineData("a\nb")]
    public async Task Its_key_must_be_one_that_a_table_takes(string key) =>
        await Assert.ThrowsAsync<ArgumentException>(() => Timelines.StoreCommandAsync(Referral, key, "accept"));
}
