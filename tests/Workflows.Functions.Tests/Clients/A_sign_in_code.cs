using Azure.Data.Tables;
using Workflows.Functions.Clients;
using Workflows.Functions.Tests.Storage;

namespace Workflows.Functions.Tests.Clients;

public sealed class A_sign_in_code : IAsyncLifetime
{
    const string Lookup = "lookup";

    TestStorage storage = null!;
    SignInCodes codes = null!;

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        codes = new(storage.Tables, storage.Hash, storage.Clock);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Is_six_digits_and_signs_in_once()
    {
        var code = await MadeAsync();

        Assert.Matches("^[0-9]{6}$", code);
        Assert.Equal("r1", await codes.TryAsync(Lookup, code));
        Assert.Null(await codes.TryAsync(Lookup, code));
    }

    [Fact]
    public async Task Counts_for_ten_minutes()
    {
        var code = await MadeAsync();
        storage.Clock.Now += TimeSpan.FromMinutes(10) - TimeSpan.FromSeconds(1);
        Assert.Equal("r1", await codes.TryAsync(Lookup, code));

        code = await MadeAsync();
        storage.Clock.Now += TimeSpan.FromMinutes(10);
        Assert.Null(await codes.TryAsync(Lookup, code));
    }

    [Fact]
    public async Task Counts_for_five_tries_and_is_worth_nothing_after_that()
    {
        var code = await MadeAsync();
        for (var guess = 0; guess < 4; guess++)
        {
            Assert.Null(await codes.TryAsync(Lookup, Other(code)));
        }

        Assert.Equal("r1", await codes.TryAsync(Lookup, code));

        code = await MadeAsync();
        for (var guess = 0; guess < 5; guess++)
        {
            Assert.Null(await codes.TryAsync(Lookup, Other(code)));
        }

        Assert.Null(await codes.TryAsync(Lookup, code));
    }

    [Fact]
    public async Task Guessed_at_from_many_places_at_once_costs_a_try_each()
    {
        var code = await MadeAsync();

        await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => codes.TryAsync(Lookup, Other(code))));

        Assert.Null(await codes.TryAsync(Lookup, code));
    }

    [Fact]
    public async Task Given_from_two_places_at_once_signs_one_in()
    {
        var code = await MadeAsync();

        var signedIn = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => codes.TryAsync(Lookup, code)));

        Assert.Single(signedIn, referral => referral is not null);
    }

    [Fact]
    public async Task Counts_no_more_once_there_is_a_new_one()
    {
        var former = await MadeAsync();
        string code;
        do
        {
            storage.Clock.Now += TimeSpan.FromHours(3);
            code = await MadeAsync();
        }
        while (code == former);

        Assert.Null(await codes.TryAsync(Lookup, former));
        Assert.Equal("r1", await codes.TryAsync(Lookup, code));
    }

    [Fact]
    public async Task Is_not_made_more_than_three_times_in_a_quarter_of_an_hour_and_ten_times_a_day()
    {
        for (var hour = 0; hour < 3; hour++)
        {
            for (var time = 0; time < 3; time++)
            {
                await MadeAsync();
            }

            Assert.Null(await codes.MakeAsync(Lookup, "r1"));
            storage.Clock.Now += TimeSpan.FromHours(1);
        }

        await MadeAsync();
        Assert.Null(await codes.MakeAsync(Lookup, "r1"));
        storage.Clock.Now += TimeSpan.FromDays(1);
        await MadeAsync();
    }

    [Fact]
    public async Task Is_made_and_tried_alike_for_who_does_not_exist_and_signs_nobody_in()
    {
        var code = (await codes.MakeAsync(Lookup, referral: null))!;

        Assert.Null(await codes.TryAsync(Lookup, Other(code)));
        Assert.Null(await codes.TryAsync(Lookup, code));
        Assert.Null(await codes.TryAsync("never-asked", code));
        Assert.Null(await codes.TryAsync("no/key", code));
    }

    [Fact]
    public async Task Is_kept_as_a_salted_hash_that_says_nothing_without_the_key_of_the_app()
    {
        var code = await MadeAsync();
        var first = Assert.Single(await RowsAsync());
        Assert.DoesNotContain(first.Values(), value => value.Contains(code, StringComparison.Ordinal));

        storage.Clock.Now += TimeSpan.FromHours(1);
        await MadeAsync();
        Assert.NotEqual(first["Salt"], Assert.Single(await RowsAsync())["Salt"]);
    }

    [Fact]
    public async Task Is_forgotten_in_the_second_night()
    {
        await MadeAsync();
        await storage.Sessions.StartAsync("r1");

        storage.Clock.Now += TimeSpan.FromHours(20);
        await ForgetAsync();
        Assert.Equal(2, (await RowsAsync()).Count);
        storage.Clock.Now += TimeSpan.FromHours(24);
        await ForgetAsync();
        Assert.Empty(await RowsAsync());

        Task ForgetAsync() => new SignIns(storage.Tables, storage.Clock).Run(null!, CancellationToken.None);
    }

    async Task<string> MadeAsync()
    {
        var code = await codes.MakeAsync(Lookup, "r1");
        Assert.NotNull(code);
        return code;
    }

    async Task<IReadOnlyList<TableEntity>> RowsAsync() => await storage.Tables.SignIns.QueryAsync<TableEntity>().ToListAsync();

    static string Other(string code) => code == "000000" ? "000001" : "000000";
}
