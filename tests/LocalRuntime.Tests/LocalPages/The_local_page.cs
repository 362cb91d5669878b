using System.Net;
using LocalRuntime.Tests.Azurite;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalRuntime.Tests.LocalPages;

public sealed class The_local_page(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Shows_the_clock_the_mailbox_the_GP_inbox_what_runs_and_what_is_queued_without_any_script()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var page = await site.Http.GetStringAsync("/local");

        Assert.All(["Clock", "Mailbox", "GP inbox", "Orchestrations", "instance-1", "To what is due next", "parcels", "TooHeavy", "&lt;b&gt;above 30 kg&lt;/b&gt;"], text => Assert.Contains(text, page));
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task Encodes_what_others_wrote_and_makes_the_links_of_a_mail_clickable()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        await SendAsync(site, "<script>alert(1)</script>", "Open https://example.org/a?b=1&c=\"2. Thanks.", null);

        var page = await site.Http.GetStringAsync("/local");

        Assert.DoesNotContain("<script", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        Assert.Contains("""href="https://example.org/a?b=1&amp;c=" """.TrimEnd(), page);
    }

    [Fact]
    public async Task Shows_the_HTML_of_a_mail_in_a_frame_that_runs_nothing()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        await SendAsync(site, "Hello", null, """<a href="https://example.org/open">Open</a><script>alert(1)</script>""");
        var overview = await site.Http.GetStringAsync("/local");
        var path = overview[overview.IndexOf("/local/mailbox/", StringComparison.Ordinal)..].Split('"')[0];

        using var answer = await site.Http.GetAsync(path);
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("""<a class="link" href="https://example.org/open">""", overview);
        Assert.Contains("""sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;base""", page);
        Assert.DoesNotContain("<script", page);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Theory]
    [InlineData("PT1H", "2026-04-13T10:00:00Z")]
    [InlineData("P7D", "2026-04-20T09:00:00Z")]
    [InlineData("next-due", "2026-04-13T11:00:00Z")]
    public async Task Moves_the_clock_by_a_button_and_comes_back(string by, string expected)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await MoveAsync(site, by);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/local#clock", answer.Headers.Location!.ToString());
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), site.Clock.Now);
    }

    [Theory]
    [InlineData("")]
    [InlineData("soon")]
    [InlineData("-PT1H")]
    [InlineData("P31Y")]
    public async Task Refuses_a_move_that_is_not_forward_within_thirty_years(string by)
    {
        await using var site = await LocalSite.StartAsync(azurite);
        var before = site.Clock.Now;

        using var answer = await MoveAsync(site, by);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal(before, site.Clock.Now);
    }

    [Theory]
    [InlineData("Origin", "https://elsewhere.example", HttpStatusCode.Forbidden)]
    [InlineData("Origin", "null", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "cross-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-site", HttpStatusCode.Forbidden)]
    [InlineData("Sec-Fetch-Site", "same-origin", HttpStatusCode.SeeOther)]
    public async Task Changes_nothing_on_the_word_of_another_origin(string header, string value, HttpStatusCode expected)
    {
        await using var site = await LocalSite.StartAsync(azurite);
        var before = site.Clock.Now;

        using var answer = await MoveAsync(site, "PT1H", (header, value));

        Assert.Equal(expected, answer.StatusCode);
        Assert.Equal(expected == HttpStatusCode.SeeOther, site.Clock.Now != before);
    }

    [Fact]
    public async Task Accepts_its_own_origin()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await MoveAsync(site, "PT1H", ("Origin", site.Origin));

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
    }

    [Theory]
    [InlineData("elsewhere.example")]
    [InlineData("127.0.0.1.elsewhere.example")]
    public async Task Does_not_exist_under_a_name_that_is_not_this_machines(string host)
    {
        await using var site = await LocalSite.StartAsync(azurite);
        using var request = new HttpRequestMessage(HttpMethod.Get, "/local/mailbox.json");
        request.Headers.Host = host;

        using var answer = await site.Http.SendAsync(request);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    static Task<Response> SendAsync(LocalSite site, string subject, string? text, string? html) =>
        new SendGridClient(site.Http, new SendGridClientOptions { ApiKey = "key", Host = $"{site.Origin}/local/sendgrid" })
            .SendEmailAsync(MailHelper.CreateSingleEmail(new EmailAddress("from@example.org"), new EmailAddress("to@example.org"), subject, text, html));

    static async Task<HttpResponseMessage> MoveAsync(LocalSite site, string by, params (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/local/clock/move") { Content = new FormUrlEncodedContent(new Dictionary<string, string> { ["by"] = by }) };
        foreach (var (name, value) in headers)
        {
            request.Headers.Add(name, value);
        }

        return await site.Http.SendAsync(request);
    }
}
