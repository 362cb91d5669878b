using System.Net;
using System.Text;
using System.Text.Json;
using LocalRuntime.Tests.Azurite;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalRuntime.Tests.LocalPages;

public sealed class When_an_app_sends_a_mail(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task It_is_accepted_as_the_provider_does_and_stands_in_the_mailbox()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var answer = await SendAsync(site, "Hello", "text", "<p>html</p>");

        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.NotEmpty(Assert.Single(answer.Headers.GetValues("X-Message-Id")));
        var mail = Assert.Single((await MailboxAsync(site)).EnumerateArray());
        Assert.Equal(
            """{"channel":"email","to":"to@example.org","subject":"Hello","text":"text","html":"\u003Cp\u003Ehtml\u003C/p\u003E","sentAt":"2026-04-13T09:00:00\u002B00:00"}""",
            JsonSerializer.Serialize(mail));
    }

    [Fact]
    public async Task A_kill_right_after_the_answer_does_not_lose_it()
    {
        var prefix = AzuriteFixture.NewPrefix();
        await using var killed = await LocalSite.StartAsync(azurite, prefix);
        await SendAsync(killed, "Hello", "text", null);

        await using var restarted = await LocalSite.StartAsync(azurite, prefix);

        Assert.Equal(["Hello"], await SubjectsAsync(restarted));
    }

    [Fact]
    public async Task The_newest_stands_last_also_when_the_clock_stands_still()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        foreach (var subject in (string[])["first", "second", "third"])
        {
            await SendAsync(site, subject, "text", null);
        }

        Assert.Equal(["first", "second", "third"], await SubjectsAsync(site));
    }

    [Theory]
    [InlineData(31_999)]
    [InlineData(32_000)]
    [InlineData(100_001)]
    public async Task A_long_body_comes_back_whole(int length)
    {
        await using var site = await LocalSite.StartAsync(azurite);
        var text = string.Concat(Enumerable.Range(0, length).Select(index => (char)('à' + (index % 20))));

        await SendAsync(site, "Long", text, null);

        Assert.Equal(text, (await MailboxAsync(site))[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("""{ "personalizations": [] }""", "personalizations,from.email,subject,content")]
    [InlineData("""{ "personalizations": [{ "to": [{ "email": "no address" }] }], "from": { "email": "a@b.nl" }, "subject": "s", "content": [{ "type": "text/plain", "value": "x" }] }""", "personalizations.0.to.0.email")]
    [InlineData("""{ "personalizations": [{ "to": [{ "email": "a@b.nl" }, { "email": "A@b.nl" }] }], "from": { "email": "a@b.nl" }, "subject": "s", "content": [{ "type": "text/plain", "value": "x" }] }""", "personalizations.0")]
    [InlineData("""{ "personalizations": [{ "to": [{ "email": "a@b.nl" }], "custom_args": { "n": 1 } }], "from": { "email": "a@b.nl" }, "subject": "s", "content": [{ "type": "text/plain", "value": "x" }] }""", "personalizations.0.custom_args.n")]
    [InlineData("""{ "personalizations": [{ "to": [{ "email": "a@b.nl" }] }], "from": { "email": "a@b.nl" }, "subject": "s", "headers": { "Reply-To": "c@d.nl" }, "content": [{ "type": "text/plain", "value": "x" }] }""", "headers.Reply-To")]
    [InlineData("""{ "personalizations": [{ "to": [{ "email": "a@b.nl" }] }], "from": { "email": "a@b.nl" }, "subject": "s", "content": [{ "type": "text/html", "value": "" }, { "type": "text/plain", "value": "x" }] }""", "content.0.value,content")]
    [InlineData("[]", "")]
    [InlineData("broken", "")]
    public async Task What_the_provider_would_refuse_is_refused_with_every_wrong_field_named(string body, string fields)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var answer = await PostAsync(site, body, "Bearer key");

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        var errors = JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("errors").EnumerateArray().ToList();
        Assert.Equal(fields, string.Join(',', errors.Select(error => error.GetProperty("field").GetString())));
        Assert.All(errors, error => Assert.NotEmpty(error.GetProperty("message").GetString()!));
        Assert.Empty((await MailboxAsync(site)).EnumerateArray());
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Basic a2V5")]
    public async Task Without_a_key_nothing_is_accepted(string? authorization)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var answer = await PostAsync(site, "{}", authorization);

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Without_a_key_nothing_is_told_about_it()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await site.Http.GetAsync("/local/sendgrid/v3/messages");

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
    }

    [Fact]
    public async Task Its_sender_can_ask_for_it_by_a_custom_argument()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        var client = new SendGridClient(site.Http, new SendGridClientOptions { ApiKey = "key", Host = $"{site.Origin}/local/sendgrid" });
        var mail = MailHelper.CreateSingleEmail(new EmailAddress("from@example.org"), new EmailAddress("to@example.org"), "Hello", "text", null);
        mail.AddGlobalCustomArg("effect", "one.1");
        await client.SendEmailAsync(mail);
        await SendAsync(site, "Another", "text", null);

        Assert.Equal(["Hello"], await FoundAsync("one.1"));
        Assert.Empty(await FoundAsync("one.2"));

        async Task<IEnumerable<string?>> FoundAsync(string value)
        {
            using var request = new HttpRequestMessage(HttpMethod.Get, $"/local/sendgrid/v3/messages?limit=1&query={Uri.EscapeDataString($"unique_args['effect']=\"{value}\"")}");
            request.Headers.Add("Authorization", "Bearer key");
            using var answer = await site.Http.SendAsync(request);
            return JsonElement.Parse(await answer.Content.ReadAsStringAsync()).GetProperty("messages").EnumerateArray().Select(message => message.GetProperty("subject").GetString());
        }
    }

    static Task<Response> SendAsync(LocalSite site, string subject, string? text, string? html)
    {
        var client = new SendGridClient(site.Http, new SendGridClientOptions { ApiKey = "key", Host = $"{site.Origin}/local/sendgrid" });
        return client.SendEmailAsync(MailHelper.CreateSingleEmail(new EmailAddress("from@example.org", "From"), new EmailAddress("to@example.org"), subject, text, html));
    }

    static async Task<HttpResponseMessage> PostAsync(LocalSite site, string body, string? authorization)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/sendgrid/v3/mail/send") { Content = new StringContent(body, Encoding.UTF8, "application/json") };
        request.Headers.TryAddWithoutValidation("Authorization", authorization);
        return await site.Http.SendAsync(request);
    }

    static async Task<JsonElement> MailboxAsync(LocalSite site) => JsonElement.Parse(await site.Http.GetStringAsync("/local/mailbox.json"));

    static async Task<IEnumerable<string?>> SubjectsAsync(LocalSite site) => (await MailboxAsync(site)).EnumerateArray().Select(mail => mail.GetProperty("subject").GetString());
}
