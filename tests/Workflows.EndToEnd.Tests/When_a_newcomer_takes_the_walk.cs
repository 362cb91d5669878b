using System.Net;
using System.Text.RegularExpressions;

namespace Workflows.EndToEnd.Tests;

/// <summary>Presses every button of <c>/local/walk</c>, looks at everything that it shows, and opens every link that was sent, as a browser does.</summary>
public sealed partial class When_a_newcomer_takes_the_walk(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    const string Client = "+31612345678";

    /// <summary>Who reads what goes to that address, and where they find the referral.</summary>
    static readonly Dictionary<string, (string User, string Desk)> Readers = new()
    {
        ["dewit@aandedijk.example"] = ("referrer/01999903", "/praktijk"),
        ["dirk@buurtwerk-noord.example"] = ("worker/dirk", "/werk"),
        ["+31600000201"] = ("worker/dirk", "/werk"),
    };

    [Fact]
    public async Task A_referral_is_lived_through_in_ten_clicks_each_look_shows_a_page_and_each_link_of_a_message_the_referral()
    {
        await using var app = await RunningApp.StartAsync(azurite.ConnectionString);
        using var browser = Browser(app);
        var (page, clicks, opened) = (await browser.GetStringAsync("/local/walk"), 0, 0);
        for (; Button().Match(page) is { Success: true } button; clicks++)
        {
            using var taken = await browser.PostAsync(Address(button), null);
            Assert.True(taken.StatusCode == HttpStatusCode.SeeOther, await taken.Content.ReadAsStringAsync());
            page = await browser.GetStringAsync(taken.Headers.Location);
            foreach (Match look in Looks().Matches(page[page.LastIndexOf("class=\"taken\"", StringComparison.Ordinal)..]))
            {
                await LookAsync(browser, look.Groups["form"].Success, Address(look));
            }

            var sent = await app.MailboxAsync();
            foreach (var message in sent[opened..])
            {
                await OpenAsync(app, message.GetProperty("to").GetString()!, message.GetProperty("text").GetString()!, Referral().Match(page).Groups[1].Value);
            }

            opened = sent.Length;
        }

        Assert.Equal(10, clicks);
        Assert.Equal(Readers.Keys.Append(Client).Order(), (await app.MailboxAsync()).Select(message => message.GetProperty("to").GetString()!).Distinct().Order());
        var referral = await app.GetAsync("coordinator/coen", $"/api/referrals/{Referral().Match(page).Groups[1].Value}");
        Assert.Equal("Completed", referral.GetProperty("status").GetString());
        Assert.Equal(
            [("accepted", false), ("started", false), ("end", true)],
            referral.GetProperty("feedback").EnumerateArray().Select(given => (given.GetProperty("moment").GetString(), given.GetProperty("acknowledged").GetBoolean())));
    }

    static HttpClient Browser(RunningApp app, bool follows = false) =>
        new(new HttpClientHandler { AllowAutoRedirect = follows, CookieContainer = new CookieContainer() }) { BaseAddress = app.Address, DefaultRequestHeaders = { { "Accept", "text/html" } } };

    static async Task LookAsync(HttpClient browser, bool isForm, string address)
    {
        using var led = isForm ? await browser.PostAsync(address, null) : null;
        var path = led is null ? address : led.Headers.Location!.ToString();
        using var shown = await browser.GetAsync(path);
        Assert.True(shown.StatusCode == HttpStatusCode.OK, $"{path} answered {shown.StatusCode}.");
    }

    /// <summary>By way of the sign-in, which comes back to the link.</summary>
    static async Task OpenAsync(RunningApp app, string to, string text, string referral)
    {
        using var browser = Browser(app, follows: true);
        var link = new Uri(Link().Match(text).Value).PathAndQuery;
        using var asked = await browser.GetAsync(link);
        Assert.Equal(HttpStatusCode.OK, asked.StatusCode);
        if (to == Client)
        {
            await OpenAsClientAsync(app, link, asked, referral, text.Contains("vragenlijst", StringComparison.Ordinal) ? "/mijn/vragenlijst/" : "U heeft een afspraak met");
            return;
        }

        Assert.Equal("/aanmelden", asked.RequestMessage!.RequestUri!.AbsolutePath);
        var (user, desk) = Readers[to];
        using var form = new FormUrlEncodedContent([new("user", user), new("terug", link)]);
        using var shown = await browser.PostAsync("/aanmelden", form);

        Assert.Equal((HttpStatusCode.OK, $"{desk}/{referral}"), (shown.StatusCode, shown.RequestMessage!.RequestUri!.AbsolutePath));
    }

    /// <summary>The link is a door at which a code is asked for, and nobody says which of the sample people they are; to whoever is in already it shows the referral with what waits.</summary>
    static async Task OpenAsClientAsync(RunningApp app, string link, HttpResponseMessage door, string referral, string waits)
    {
        Assert.StartsWith("/mijn/bericht/", door.RequestMessage!.RequestUri!.AbsolutePath, StringComparison.Ordinal);
        using var browser = Browser(app, follows: true);
        browser.DefaultRequestHeaders.Add("X-Local-User", $"client/{referral}");
        using var shown = await browser.GetAsync(link);

        Assert.Equal((HttpStatusCode.OK, "/mijn/verwijzing"), (shown.StatusCode, shown.RequestMessage!.RequestUri!.AbsolutePath));
        Assert.Contains(waits, await shown.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    static string Address(Match match) => WebUtility.HtmlDecode(match.Groups["address"].Value);

    [GeneratedRegex("https?://\\S+")]
    private static partial Regex Link();

    [GeneratedRegex("[?&;]id=([a-z0-9]+)")]
    private static partial Regex Referral();

    [GeneratedRegex("action=\"(?<address>/local/walk/[0-9]+\\?[^\"]+)\"")]
    private static partial Regex Button();

    [GeneratedRegex("((?<form>action)=|class=\"button\" href=)\"(?<address>(?!/local/walk/[0-9]+\\?)[^\"]+)\"")]
    private static partial Regex Looks();
}
