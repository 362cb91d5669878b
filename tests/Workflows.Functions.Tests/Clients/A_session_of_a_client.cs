using Workflows.Functions.Clients;
using Workflows.Functions.Tests.Storage;

namespace Workflows.Functions.Tests.Clients;

public sealed class A_session_of_a_client : IAsyncLifetime
{
    TestStorage storage = null!;

    ClientSessions Sessions => storage.Sessions;

    public async Task InitializeAsync() => storage = await TestStorage.CreateAsync();

    public Task DisposeAsync() => Task.CompletedTask;

    [Fact]
    public async Task Is_bound_to_one_referral_and_lasts_thirty_minutes()
    {
        var cookie = await Sessions.StartAsync("r1");

        storage.Clock.Now += TimeSpan.FromMinutes(30) - TimeSpan.FromSeconds(1);
        Assert.Equal("r1", await Sessions.FindAsync(cookie));
        storage.Clock.Now += TimeSpan.FromSeconds(1);
        Assert.Null(await Sessions.FindAsync(cookie));
    }

    [Fact]
    public async Task Of_another_referral_cannot_be_made_of_ones_own()
    {
        var cookie = await Sessions.StartAsync("r1");
        await Sessions.StartAsync("r2");

        Assert.Null(await Sessions.FindAsync("r2" + cookie[2..]));
        Assert.Null(await Sessions.FindAsync(cookie[..^1] + (cookie[^1] == 'A' ? 'B' : 'A')));
        Assert.Null(await Sessions.FindAsync(""));
        Assert.Null(await Sessions.FindAsync("r1..x"));
    }

    [Fact]
    public async Task That_was_ended_stays_ended_for_whoever_kept_the_cookie_and_others_go_on()
    {
        var (cookie, elsewhere) = (await Sessions.StartAsync("r1"), await Sessions.StartAsync("r1"));

        await Sessions.EndAsync(cookie);

        Assert.Null(await Sessions.FindAsync(cookie));
        Assert.Equal("r1", await Sessions.FindAsync(elsewhere));
    }

    [Fact]
    public async Task Ends_with_the_erasure()
    {
        var (cookie, other) = (await Sessions.StartAsync("r1"), await Sessions.StartAsync("r2"));

        await storage.Erasure.EraseAsync("r1");

        Assert.Null(await Sessions.FindAsync(cookie));
        Assert.Equal("r2", await Sessions.FindAsync(other));
    }

    [Fact]
    public async Task Stands_in_the_table_as_a_hash()
    {
        var secret = (await Sessions.StartAsync("r1")).Split('.')[1];

        Assert.DoesNotContain(await storage.Tables.SignIns.QueryAsync<Azure.Data.Tables.TableEntity>().ToListAsync(), row => row.Values().Any(value => value.Contains(secret, StringComparison.Ordinal)));
    }
}
