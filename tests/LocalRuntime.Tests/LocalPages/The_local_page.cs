using System.Net;
using LocalRuntime.Tests.Azurite;
using SendGrid;
using SendGrid.Helpers.Mail;

namespace LocalRuntime.Tests.LocalPages;

public sealed class The_local_page(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    [Fact]
    public async Task Shows_the_newest_of_everything_at_one_look_without_any_script()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var page = await site.Http.GetStringAsync("/local");

        Assert.All(["Mailbox", "GP inbox", "Orchestrations", "Queues", "instance-1", "parcels", "To the next deadline", "in 2 hours"], text => Assert.Contains(text, page));
        Assert.DoesNotContain("<script", page);
    }

    [Fact]
    public async Task Shows_what_is_queued_and_what_was_put_aside()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var page = await site.Http.GetStringAsync("/local/queues");

        Assert.Contains("<td>parcels</td><td>1</td><td>2</td><td>3</td>", page);
        Assert.Contains("<td>TooHeavy</td><td class=\"long\">&lt;b&gt;above 30 kg&lt;/b&gt;</td>", page);
    }

    [Fact]
    public async Task Encodes_what_others_wrote_and_makes_the_links_of_a_mail_clickable()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        await SendAsync(site, "<script>alert(1)</script>", "Open https://example.org/a?b=1&c=\"2. Thanks.", null);

        var page = await site.Http.GetStringAsync(await NewestMessageAsync(site));

        Assert.DoesNotContain("<script", page);
        Assert.Contains("&lt;script&gt;alert(1)&lt;/script&gt;", page);
        Assert.Contains("""href="https://example.org/a?b=1&amp;c=" """.TrimEnd(), page);
    }

    [Fact]
    public async Task Shows_the_HTML_of_a_mail_in_a_frame_that_runs_nothing()
    {
        await using var site = await LocalSite.StartAsync(azurite);
        await SendAsync(site, "Hello", null, """<a href="https://example.org/open">Open</a><script>alert(1)</script>""");

        using var answer = await site.Http.GetAsync(await NewestMessageAsync(site));
        var page = await answer.Content.ReadAsStringAsync();

        Assert.Contains("""sandbox="allow-popups allow-popups-to-escape-sandbox" srcdoc="&lt;base""", page);
        Assert.DoesNotContain("<script", page);
        Assert.StartsWith("default-src 'none'", answer.Headers.GetValues("Content-Security-Policy").Single());
    }

    [Fact]
    public async Task Shows_what_an_orchestration_went_through_and_leads_to_the_others_that_it_started()
    {
        await using var site = await LocalSite.StartAsync(azurite);

        var page = await site.Http.GetStringAsync("/local/orchestrations/instance-1");

        Assert.Contains("starts <strong></strong>", page);
        Assert.Contains("<code>&quot;&lt;b&gt;fragile&lt;/b&gt;&quot;</code>", page);
        Assert.Contains("""<li class="arrived bad">failure of <strong>Weigh</strong>""", page);
        Assert.Contains("""href="/local/orchestrations/instance-2">""", page);
    }

    [Theory]
    [InlineData("/local/orchestrations/instance-9")]
    [InlineData("/local/mailbox/9")]
    public async Task Says_so_when_there_is_no_such_thing(string path)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await site.Http.GetAsync(path);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
    }

    [Theory]
    [InlineData("PT1H", "2026-04-13T10:00:00Z")]
    [InlineData("P7D", "2026-04-20T09:00:00Z")]
    [InlineData("P1M", "2026-05-13T09:00:00Z")]
    [InlineData("next-deadline", "2026-04-13T11:00:00Z")]
    public async Task Moves_the_clock_by_a_button_and_comes_back(string by, string expected)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await MoveAsync(site, by);

        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal("/local", answer.Headers.Location!.ToString());
        Assert.Equal(DateTimeOffset.Parse(expected, System.Globalization.CultureInfo.InvariantCulture), site.Clock.Now);
    }

    [Theory]
    [InlineData("/local/mailbox/7?a=b", "/local/mailbox/7?a=b")]
    [InlineData("/local/\\elsewhere", "/local")]
    [InlineData("//elsewhere.example/local/", "/local")]
    [InlineData("https://elsewhere.example/local/", "/local")]
    public async Task Comes_back_to_the_page_where_the_button_was_and_to_no_other_site(string back, string expected)
    {
        await using var site = await LocalSite.StartAsync(azurite);

        using var answer = await site.Http.PostAsync("/local/clock/move", new FormUrlEncodedContent(new Dictionary<string, string> { ["by"] = "PT1H", ["back"] = back }));

        Assert.Equal(expected, answer.Headers.Location!.ToString());
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

    static async Task<string> NewestMessageAsync(LocalSite site)
    {
        var list = await site.Http.GetStringAsync("/local/mailbox");
        return list[list.IndexOf("/local/mailbox/", StringComparison.Ordinal)..].Split('"')[0];
    }

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
