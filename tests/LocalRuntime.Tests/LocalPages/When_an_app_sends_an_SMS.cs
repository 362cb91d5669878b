using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.LocalPages;

public sealed class When_an_app_sends_an_SMS(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_is_queued_as_the_provider_does_and_stands_in_the_mailbox()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await SendAsync(site, "+31612345678", "Something is waiting", "AC1:token");

        Assert.Equal(HttpStatusCode.Created, answer.StatusCode);
        var accepted = JsonElement.Parse(await answer.Content.ReadAsStringAsync());
        Assert.StartsWith("SM", accepted.GetProperty("sid").GetString());
        Assert.Equal("queued", accepted.GetProperty("status").GetString());
        var sms = JsonElement.Parse(await site.Http.GetStringAsync("/local/mailbox.json"))[0];
        Assert.Equal("sms", sms.GetProperty("channel").GetString());
        Assert.Equal("+31612345678", sms.GetProperty("to").GetString());
        Assert.Equal("Something is waiting", sms.GetProperty("text").GetString());
        Assert.Equal(JsonValueKind.Null, sms.GetProperty("subject").ValueKind);
    }

    [Fact]
    public async Task It_is_shown_as_a_balloon_with_its_link()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        using var sent = await SendAsync(site, "+31612345678", "Look: https://example.org/s/1", "AC1:token");
        var list = await site.Http.GetStringAsync("/local/mailbox");

        var page = await site.Http.GetStringAsync(list[list.IndexOf("/local/mailbox/", StringComparison.Ordinal)..].Split('"')[0]);

        Assert.Contains("""<p class="balloon">Look: <a href="https://example.org/s/1">https://example.org/s/1</a></p>""", page);
    }

    [Theory]
    [InlineData("", "text", 21604)]
    [InlineData("0612345678", "text", 21211)]
    [InlineData("+31 612345678", "text", 21211)]
    [InlineData("+31612345678", "", 21602)]
    public async Task What_the_provider_would_refuse_is_refused_with_its_code(string to, string body, int code)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await SendAsync(site, to, body, "AC1:token");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(code, JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("code").GetInt32());
    }

    [Theory]
    [InlineData("AC1:")]
    [InlineData("AC2:token")]
    [InlineData("nothing")]
    public async Task Another_account_or_no_token_is_not_accepted(string credentials)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await SendAsync(site, "+31612345678", "text", credentials);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    static async Task<HttpResponseMessage> SendAsync(LocalSite site, string to, string body, string credentials)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/twilio/2010-04-01/Accounts/AC1/Messages.json")
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["To"] = to, ["Body"] = body, ["From"] = "+31600000000" }),
        };
        request.Headers.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String(Encoding.UTF8.GetBytes(credentials)));
        return await site.Http.SendAsync(request);
    }
}
