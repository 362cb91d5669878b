using Azure.Data.Tables;
using Workflows.Functions.Storage;

namespace Workflows.Functions.Tests.Storage;

public sealed class When_the_same_referral_is_submitted_twice : IAsyncLifetime
{
    TestStorage storage = null!;
    int count;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    Task<Submitted> SubmitAsync(string content, string? key = null, string caller = "referrer!01999901") =>
        storage.Submissions.SubmitAsync(new(caller, key, content, $"referral-{Interlocked.Increment(ref count)}"));

    static Submitted.New New(string referral) => new(referral);

    static Submitted.Same Same(string referral) => new(referral);

    ValueTask<List<TableEntity>> RowsAsync() => storage.Tables.Submissions.QueryAsync<TableEntity>().ToListAsync();

    [Fact]
    public async Task With_the_same_key_it_is_one_referral()
    {
        Assert.Equal(New("referral-1"), await SubmitAsync("ria", key: "k"));
        Assert.Equal(Same("referral-1"), await SubmitAsync("ria", key: "k"));
    }

    [Fact]
    public async Task With_the_same_key_it_is_one_referral_also_after_months()
    {
        await SubmitAsync("ria", key: "k");
        storage.Clock.Now = storage.Clock.Now.AddMonths(6);

        Assert.Equal(Same("referral-1"), await SubmitAsync("ria", key: "k"));
    }

    [Fact]
    public async Task Without_a_key_the_same_content_is_one_referral_for_a_day()
    {
        Assert.Equal(New("referral-1"), await SubmitAsync("ria"));
        storage.Clock.Now = storage.Clock.Now.AddHours(23.9);
        Assert.Equal(Same("referral-1"), await SubmitAsync("ria"));
        storage.Clock.Now = storage.Clock.Now.AddHours(0.2);
        Assert.Equal(New("referral-3"), await SubmitAsync("ria"));
        Assert.Equal(Same("referral-3"), await SubmitAsync("ria"));
    }

    [Fact]
    public async Task The_same_content_under_another_key_is_one_referral_and_both_keys_name_it()
    {
        await SubmitAsync("ria", key: "a");
        Assert.Equal(Same("referral-1"), await SubmitAsync("ria", key: "b"));
        storage.Clock.Now = storage.Clock.Now.AddDays(2);

        Assert.Equal(Same("referral-1"), await SubmitAsync("ria", key: "b"));
    }

    [Fact]
    public async Task Other_content_under_the_same_key_is_a_conflict()
    {
        await SubmitAsync("ria", key: "k");

        Assert.IsType<Submitted.Conflict>(await SubmitAsync("henk", key: "k"));
    }

    [Fact]
    public async Task Somebody_else_with_the_same_key_and_content_has_a_referral_of_his_own()
    {
        await SubmitAsync("ria", key: "k");

        Assert.Equal(New("referral-2"), await SubmitAsync("ria", key: "k", caller: "referrer!01999902"));
    }

    [Theory]
    [InlineData("k")]
    [InlineData(null)]
    public async Task At_the_same_moment_it_is_one_referral(string? key)
    {
        var answers = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => SubmitAsync("ria", key)));

        var first = Assert.Single(answers.OfType<Submitted.New>());
        Assert.Equal(9, answers.OfType<Submitted.Same>().Count(same => same.Referral == first.Referral));
    }

    [Fact]
    public async Task The_one_that_was_first_hears_so_again_when_its_answer_was_lost()
    {
        Submission first = new("referrer!01999901", "k", "ria", "referral-1");
        await storage.Submissions.SubmitAsync(first);

        Assert.Equal(New("referral-1"), await storage.Submissions.SubmitAsync(first));
    }

    [Fact]
    public async Task Neither_key_nor_content_can_be_read_from_the_table()
    {
        await SubmitAsync("weduwe sinds vorig jaar", key: "ria@jansen.example");

        var stored = string.Join(' ', (await RowsAsync()).SelectMany(row => row.Values()));
        Assert.Contains("referral-1", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("weduwe", stored, StringComparison.Ordinal);
        Assert.DoesNotContain("jansen", stored, StringComparison.Ordinal);
    }

    [Fact]
    public async Task After_erasure_no_row_leads_to_the_referral()
    {
        await SubmitAsync("ria", key: "a");
        await SubmitAsync("ria", key: "b");
        await SubmitAsync("henk", key: "c");

        await storage.Submissions.EraseAsync("referral-1");
        await storage.Submissions.EraseAsync("referral-1");

        Assert.DoesNotContain("referral-1", (await RowsAsync()).SelectMany(row => row.Values()));
        Assert.Equal(Same("referral-3"), await SubmitAsync("henk", key: "c"));
    }

    [Fact]
    public async Task Erasing_an_old_referral_leaves_the_row_that_a_newer_one_took_over()
    {
        await SubmitAsync("ria");
        storage.Clock.Now = storage.Clock.Now.AddDays(2);
        await SubmitAsync("ria");

        await storage.Submissions.EraseAsync("referral-1");

        Assert.Equal(Same("referral-2"), await SubmitAsync("ria"));
    }
}
