using System.Buffers.Text;
using System.Text;
using Workflows.Functions.Notifications;

namespace Workflows.Functions.Tests.Notifications;

public sealed class A_link_token : IAsyncLifetime
{
    TestStorage storage = null!;
    LinkTokens tokens = null!;

    static LinkToken Acknowledge { get; } = new(LinkToken.Acknowledge, "referral-1", "referral-1.9.feedback-end", TestStorage.Monday.AddDays(30));

    public async Task InitializeAsync()
    {
        storage = await TestStorage.CreateAsync();
        tokens = new(storage.Hash, storage.Clock);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    Task<LinkToken?> ReadAsync(string token) => tokens.ReadAsync(token, LinkToken.Acknowledge);

    [Fact]
    public async Task Says_what_it_is_for_until_it_expires()
    {
        var token = await tokens.WriteAsync(Acknowledge);

        Assert.Equal(Acknowledge, await ReadAsync(token));
        storage.Clock.Now = Acknowledge.Expires.AddSeconds(-1);
        Assert.NotNull(await ReadAsync(token));
        storage.Clock.Now = Acknowledge.Expires;
        Assert.Null(await ReadAsync(token));
    }

    [Fact]
    public async Task For_one_purpose_counts_for_no_other() =>
        Assert.Null(await tokens.ReadAsync(await tokens.WriteAsync(Acknowledge), LinkToken.Open));

    [Fact]
    public async Task Fits_into_an_address_as_it_is() =>
        Assert.Matches("^[A-Za-z0-9_.-]+$", await tokens.WriteAsync(Acknowledge));

    [Fact]
    public async Task That_was_changed_counts_for_nothing()
    {
        var token = await tokens.WriteAsync(Acknowledge);
        var other = Base64Url.EncodeToString(Encoding.UTF8.GetBytes("acknowledge\nreferral-2\nreferral-2.9.feedback-end\n9999999999"));

        Assert.Null(await ReadAsync($"{other}.{token.Split('.')[1]}"));
        Assert.Null(await ReadAsync(token[..^1] + (token[^1] == 'A' ? 'Q' : 'A')));
    }

    [Theory]
    [InlineData("")]
    [InlineData(".")]
    [InlineData("a.b.c")]
    [InlineData("%%%.é")]
    public async Task That_somebody_made_up_counts_for_nothing(string token) => Assert.Null(await ReadAsync(token));
}
