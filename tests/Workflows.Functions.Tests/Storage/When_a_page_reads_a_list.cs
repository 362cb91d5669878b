using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_a_page_reads_a_list : IAsyncLifetime
{
    const string Anna = "welzijn-zuid!worker!anna";

    TestStorage storage = null!;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    static ListRow Row(string list, int day, string id) => new(ListKey.At(list, TestStorage.Monday.AddDays(day), id), $"{id} on day {day}");

    [Fact]
    public async Task Its_rows_stand_in_the_order_of_their_moments_and_other_lists_stay_out()
    {
        await storage.Lists.MoveAsync([Row(Anna, 3, "c"), Row(Anna, 1, "b"), Row("welzijn-zuid!worker!anna2", 2, "x"), Row(Anna, 2, "a")], []);

        Assert.Equal(["b on day 1", "a on day 2", "c on day 3"], (await storage.Lists.ReadAsync(Anna, 100)).Rows);
    }

    [Fact]
    public async Task It_gets_page_after_page_until_the_last_one()
    {
        await storage.Lists.MoveAsync(Enumerable.Range(0, 5).Select(day => Row(Anna, day, "r")), []);

        var first = await storage.Lists.ReadAsync(Anna, 2);
        var second = await storage.Lists.ReadAsync(Anna, 2, first.After);
        var third = await storage.Lists.ReadAsync(Anna, 2, second.After);

        Assert.Equal([2, 2, 1], [first.Rows.Count, second.Rows.Count, third.Rows.Count]);
        Assert.Equal(5, first.Rows.Concat(second.Rows).Concat(third.Rows).Distinct().Count());
        Assert.Null(third.After);
    }

    [Fact]
    public async Task A_last_page_that_is_full_is_known_to_be_the_last()
    {
        await storage.Lists.MoveAsync([Row(Anna, 1, "a"), Row(Anna, 2, "b")], []);

        Assert.Null((await storage.Lists.ReadAsync(Anna, 2)).After);
    }

    [Fact]
    public async Task A_referral_that_moved_stands_in_its_new_place_only()
    {
        var before = Row(Anna, 1, "a");
        await storage.Lists.MoveAsync([before], []);

        await storage.Lists.MoveAsync([Row(Anna, 5, "a")], [before.Key]);
        await storage.Lists.MoveAsync([Row(Anna, 5, "a")], [before.Key]);   // the same move again

        Assert.Equal(["a on day 5"], (await storage.Lists.ReadAsync(Anna, 100)).Rows);
    }

    [Fact]
    public async Task Its_rows_are_counted_no_further_than_asked()
    {
        await storage.Lists.MoveAsync([Row(Anna, 1, "a"), Row(Anna, 2, "b"), Row(Anna, 3, "c"), Row("welzijn-zuid!worker!anna2", 1, "x")], []);

        foreach (var (most, counted) in ((int, int)[])[(0, 0), (2, 2), (500, 3)])
        {
            Assert.Equal(counted, await storage.Lists.CountAsync(Anna, most));
        }
    }

    [Fact]
    public async Task A_glance_tells_how_many_rows_there_are_and_how_long_the_first_has_been_there()
    {
        Assert.Equal(new(0, null), await storage.Lists.GlanceAsync(Anna, 2));

        await storage.Lists.MoveAsync([Row(Anna, 3, "a"), Row(Anna, 1, "b"), Row(Anna, 2, "c"), Row("welzijn-zuid!worker!anna2", 0, "x")], []);

        Assert.Equal(new(3, TestStorage.Monday.AddDays(1)), await storage.Lists.GlanceAsync(Anna, 100));
        Assert.Equal(new(2, TestStorage.Monday.AddDays(1)), await storage.Lists.GlanceAsync(Anna, 2));
    }

    [Fact]
    public async Task Its_rows_can_stand_with_the_latest_first()
    {
        ListRow Latest(int day) => new(ListKey.LatestFirst(Anna, TestStorage.Monday.AddDays(day), "r"), $"day {day}");
        await storage.Lists.MoveAsync([Latest(2), Latest(1), Latest(400), Latest(-900)], []);

        Assert.Equal(["day 400", "day 2", "day 1", "day -900"], (await storage.Lists.ReadAsync(Anna, 10)).Rows);
    }

    [Fact]
    public async Task Its_keys_from_a_moment_on_say_what_is_listed_and_when()
    {
        await storage.Lists.MoveAsync([Row(Anna, 1, "past"), Row(Anna, 3, "b!b"), Row(Anna, 2, "now")], []);

        var keys = await storage.Lists.KeysAsync(Anna, TestStorage.Monday.AddDays(2)).ToListAsync();

        Assert.Equal([("now", TestStorage.Monday.AddDays(2)), ("b!b", TestStorage.Monday.AddDays(3))], keys.Select(key => (key.Id, key.Moment)));
    }

    [Theory]
    [InlineData(0)]
    [InlineData(101)]
    public async Task It_asks_for_one_to_a_hundred_rows(int top) =>
        await Assert.ThrowsAsync<ArgumentOutOfRangeException>(() => storage.Lists.ReadAsync(Anna, top));

    [Fact]
    public async Task A_continuation_that_somebody_made_up_does_not_lead_into_another_list()
    {
        await storage.Lists.MoveAsync([Row("buurtwerk-noord!worker!dirk", 1, "secret")], []);

        Assert.Empty((await storage.Lists.ReadAsync(Anna, 100, "x' or PartitionKey eq 'buurtwerk-noord!worker!dirk")).Rows);
    }
}
