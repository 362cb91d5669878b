using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using LocalRuntime.LocalPages.GpInbox;
using LocalRuntime.Tests.Azurite;

namespace LocalRuntime.Tests.LocalPages;

public sealed class When_a_webhook_reaches_the_GP_inbox(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string OtherSecret = "whsec_AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";

    [Fact]
    public void The_signature_of_the_specifications_example_holds() => Assert.True(StandardWebhooks.Holds(
        [LocalSite.Secret],
        "msg_p5jXN8AQM9LWM0D4loKWxJek",
        "1614265330",
        "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
        """{"test": 2432232314}"""u8,
        DateTimeOffset.FromUnixTimeSeconds(1614265330)));

    [Fact]
    public async Task A_signed_one_is_kept_with_its_body_and_the_apps_time()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        Assert.Equal(HttpStatusCode.NoContent, await DeliverAsync(site, "msg.1", """{"a":1}"""));

        var kept = Assert.Single(await InboxAsync(site));
        Assert.Equal("msg.1", kept.GetProperty("webhookId").GetString());
        Assert.Equal(1, kept.GetProperty("body").GetProperty("a").GetInt32());
        Assert.True(kept.GetProperty("verified").GetBoolean());
        Assert.Equal(site.Clock.Now, kept.GetProperty("receivedAt").GetDateTimeOffset());
    }

    [Fact]
    public async Task A_repeated_one_is_kept_once_and_counted_also_at_the_same_moment()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => DeliverAsync(site, "msg.1", "{}")));

        Assert.Equal(5, Assert.Single(await InboxAsync(site)).GetProperty("deliveries").GetInt32());
    }

    [Fact]
    public async Task During_a_rotation_both_secrets_hold()
    {
        await using var site = await LocalSite.StartAsync(azurite, AzuriteFixture.NewPrefix(), $"{LocalSite.Secret}, {OtherSecret}");

        Assert.Equal(HttpStatusCode.NoContent, await DeliverAsync(site, "msg.1", "{}", LocalSite.Secret));
        Assert.Equal(HttpStatusCode.NoContent, await DeliverAsync(site, "msg.2", "{}", OtherSecret));
    }

    [Fact]
    public async Task One_that_another_secret_signed_is_refused_and_shown_as_such()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        Assert.Equal(HttpStatusCode.Unauthorized, await DeliverAsync(site, "msg.1", "not json", OtherSecret));

        var kept = Assert.Single(await InboxAsync(site));
        Assert.False(kept.GetProperty("verified").GetBoolean());
        Assert.Equal("not json", kept.GetProperty("body").GetString());
    }

    [Fact]
    public async Task A_forgery_under_the_id_of_another_neither_hides_it_nor_counts_for_it()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        await DeliverAsync(site, "msg.1", "{}", OtherSecret);
        await DeliverAsync(site, "msg.1", "{}");

        Assert.Equal([false, true], (await InboxAsync(site)).Select(kept => kept.GetProperty("verified").GetBoolean()));
    }

    [Theory]
    [InlineData(-301, HttpStatusCode.Unauthorized)]
    [InlineData(-300, HttpStatusCode.NoContent)]
    [InlineData(300, HttpStatusCode.NoContent)]
    [InlineData(301, HttpStatusCode.Unauthorized)]
    public async Task It_must_have_been_signed_within_five_minutes_of_the_apps_clock(int seconds, HttpStatusCode expected)
    {
        await using var site = await LocalSite.StartAsync(azurite);
        await site.Clock.AdvanceAsync(TimeSpan.FromDays(90), default);

        Assert.Equal(expected, await DeliverAsync(site, "msg.1", "{}", signedAt: site.Clock.Now.AddSeconds(seconds)));
    }

    [Fact]
    public async Task One_without_the_headers_is_refused()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await site.Http.PostAsJsonAsync("/local/gp-inbox/practice", new { });

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Failures_that_were_ordered_are_given_as_often_as_told_and_keep_nothing()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        using var order = await site.Http.PostAsJsonAsync("/local/gp-inbox/practice/answers", new { status = 503, times = 2, retryAfter = 10 });

        HttpStatusCode[] answers = [await DeliverAsync(site, "msg.1", "{}"), await DeliverAsync(site, "msg.1", "{}"), await DeliverAsync(site, "msg.1", "{}")];

        Assert.Equal([HttpStatusCode.ServiceUnavailable, HttpStatusCode.ServiceUnavailable, HttpStatusCode.NoContent], answers);
        Assert.Equal(1, Assert.Single(await InboxAsync(site)).GetProperty("deliveries").GetInt32());
    }

    [Fact]
    public async Task An_ordered_failure_says_when_to_come_back()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        using var order = await site.Http.PostAsJsonAsync("/local/gp-inbox/practice/answers", new { status = 429, retryAfter = 10 });

        using var answer = await site.Http.PostAsJsonAsync("/local/gp-inbox/practice", new { });

        Assert.Equal(TimeSpan.FromSeconds(10), answer.Headers.RetryAfter!.Delta);
    }

    [Theory]
    [InlineData(200, 1)]
    [InlineData(503, -1)]
    public async Task An_order_that_makes_no_sense_is_refused(int status, int times)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await site.Http.PostAsJsonAsync("/local/gp-inbox/practice/answers", new { status, times });

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
    }

    static async Task<HttpStatusCode> DeliverAsync(LocalSite site, string id, string body, string secret = LocalSite.Secret, DateTimeOffset? signedAt = null)
    {
        var timestamp = (signedAt ?? site.Clock.Now).ToUnixTimeSeconds();
        var signature = HMACSHA256.HashData(Convert.FromBase64String(secret["whsec_".Length..]), Encoding.UTF8.GetBytes($"{id}.{timestamp}.{body}"));
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/gp-inbox/practice") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.Add("webhook-id", id);
        request.Headers.Add("webhook-timestamp", $"{timestamp}");
        request.Headers.Add("webhook-signature", $"v2,unknown v1,{Convert.ToBase64String(signature)}");
        using var answer = await site.Http.SendAsync(request);
        return answer.StatusCode;
    }

    static async Task<List<JsonElement>> InboxAsync(LocalSite site) =>
        [.. JsonElement.Parse(await site.Http.GetStringAsync("/local/gp-inbox.json")).EnumerateArray()];
}
