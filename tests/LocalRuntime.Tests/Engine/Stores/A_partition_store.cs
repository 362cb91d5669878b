using LocalRuntime.DurableTask.Store;

namespace LocalRuntime.Tests.Engine.Stores;

/// <summary>What every store of a task hub must do.</summary>
public abstract class A_partition_store
{
    static readonly Dictionary<string, object> Some = new() { ["Text"] = "some" };

    private protected abstract Task<IPartitionStore> OpenAsync();

    [Fact]
    public async Task Gives_back_every_kind_of_value()
    {
        var store = await OpenAsync();
        var moment = new DateTimeOffset(2026, 4, 13, 10, 0, 0, TimeSpan.Zero).AddTicks(1_234_567);
        var text = "é \u2028 \"quoted\" \\ \ud83d\ude00 \u0001 '";

        await store.WriteAsync([new PutRow("a!Case", new Dictionary<string, object> { ["Text"] = text, ["Number"] = long.MaxValue, ["Moment"] = moment, ["Empty"] = string.Empty })], default);

        var row = await store.ReadAsync("a!Case", default);
        Assert.Equal((text, long.MaxValue, moment, string.Empty), (row!.Values["Text"], row.Values["Number"], row.Values["Moment"], row.Values["Empty"]));
        Assert.Null(await store.ReadAsync("a!case", default));
    }

    [Fact]
    public async Task Merges_values_and_keeps_the_others()
    {
        var store = await OpenAsync();
        await store.WriteAsync([new MergeRow("a", Some)], default);
        await store.WriteAsync([new MergeRow("a", new Dictionary<string, object> { ["More"] = "more" })], default);

        var row = await store.ReadAsync("a", default);

        Assert.Equal(["More", "Text"], row!.Values.Keys.Order());
    }

    [Fact]
    public async Task Puts_a_row_in_place_of_another()
    {
        var store = await OpenAsync();
        await store.WriteAsync([new PutRow("a", Some)], default);
        await store.WriteAsync([new PutRow("a", new Dictionary<string, object> { ["Other"] = "other" })], default);

        Assert.Equal("Other", Assert.Single((await store.ReadAsync("a", default))!.Values).Key);
    }

    [Fact]
    public async Task Refuses_to_insert_a_row_that_is_there()
    {
        var store = await OpenAsync();
        await store.WriteAsync([new InsertRow("a", Some)], default);

        await ConflictAsync(store, new InsertRow("a", Some));
    }

    [Fact]
    public async Task Replaces_only_a_row_with_the_expected_ETag_and_gives_the_new_one()
    {
        var store = await OpenAsync();
        var first = await store.WriteAsync([new InsertRow("a", Some)], default);
        var second = await store.WriteAsync([new ReplaceRow("a", Some, first), new PutRow("b", Some)], default);

        await ConflictAsync(store, new ReplaceRow("a", Some, first));
        Assert.Equal(second, (await store.ReadAsync("a", default))!.ETag);
    }

    [Fact]
    public async Task Writes_nothing_of_a_transaction_of_which_one_row_is_refused()
    {
        var store = await OpenAsync();
        await store.WriteAsync([new InsertRow("b", Some), new InsertRow("c", Some)], default);

        await ConflictAsync(store, new PutRow("a", Some), new DeleteRow("c"), new MergeRow("b", new Dictionary<string, object> { ["More"] = "more" }), new DeleteRow("missing"));

        Assert.Null(await store.ReadAsync("a", default));
        Assert.NotNull(await store.ReadAsync("c", default));
        Assert.Equal("Text", Assert.Single((await store.ReadAsync("b", default))!.Values).Key);
    }

    [Fact]
    public async Task Reads_a_range_in_pages_sorted_by_key()
    {
        var store = await OpenAsync();
        await store.WriteAsync([.. new[] { "z!1", "a!2", "a!1", "a!B", "a!b", "fence" }.Select(key => new PutRow(key, Some))], default);

        var first = await store.ReadRangeAsync("a!", "a\"", 3, null, default);
        var second = await store.ReadRangeAsync("a!", "a\"", 3, first.Continuation, default);

        Assert.Equal(["a!1", "a!2", "a!B", "a!b"], first.Rows.Concat(second.Rows).Select(row => row.Key));
        Assert.Equal((3, null), (first.Rows.Count, second.Continuation));
    }

    [Fact]
    public async Task Takes_a_hundred_rows_in_a_transaction_and_refuses_more()
    {
        var store = await OpenAsync();
        RowWrite[] rows = [.. Enumerable.Range(0, 101).Select(number => new PutRow($"row{number:D3}", Some))];

        await store.WriteAsync(rows[..100], default);
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(rows, default));

        Assert.Equal(StoreFailure.Rejected, refused.Failure);
        Assert.Equal(100, (await store.ReadRangeAsync("row", "rox", 1_000, null, default)).Rows.Count);
    }

    [Fact]
    public async Task Refuses_a_row_that_Azure_would_refuse_as_too_large()
    {
        var store = await OpenAsync();
        var tooLong = new Dictionary<string, object> { ["Text"] = new string('x', 33_000) };
        var tooLarge = Enumerable.Range(0, 20).ToDictionary(number => $"Text{number}", _ => (object)new string('x', 30_000));

        foreach (var values in new[] { tooLong, tooLarge })
        {
            var refused = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync([new PutRow("a", values)], default));
            Assert.Equal(StoreFailure.Rejected, refused.Failure);
        }
    }

    [Fact]
    public async Task Refuses_a_transaction_that_Azure_would_refuse_as_too_large()
    {
        var store = await OpenAsync();

        // Each row fits; a quotation mark takes six bytes in the request.
        var large = Enumerable.Range(0, 5).ToDictionary(number => $"Text{number}", _ => (object)new string('"', 32_000));
        PutRow[] rows = [.. Enumerable.Range(0, 5).Select(number => new PutRow($"row{number}", large))];

        await store.WriteAsync(rows[..3], default);
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(rows, default));

        Assert.Equal(StoreFailure.Rejected, refused.Failure);
    }

    static async Task ConflictAsync(IPartitionStore store, params RowWrite[] writes)
    {
        var refused = await Assert.ThrowsAsync<StoreException>(() => store.WriteAsync(writes, default));
        Assert.Equal(StoreFailure.Conflict, refused.Failure);
    }
}
