using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using LocalRuntime.LocalPages.Walk;
using LocalRuntime.Tests.Azurite;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace LocalRuntime.Tests.LocalPages;

/// <summary>The walk is that of <c>local.walk.json</c> in this folder; the app that it leads through is here.</summary>
public sealed partial class The_guided_walk(AzuriteFixture azurite) : IClassFixture<AzuriteFixture>
{
    readonly List<string> asked = [];

    [Fact]
    public async Task Is_offered_on_the_first_page_and_shows_the_next_step_only()
    {
        await using var site = await StartAsync();

        Assert.Contains("""<a href="/local/walk">A parcel on its way</a>""", await site.Http.GetStringAsync("/local"));
        var walk = await site.Http.GetStringAsync("/local/walk");

        Assert.Contains("Somebody brings it to a shop.", walk);
        Assert.Contains(">Send it</button>", walk);
        Assert.Contains("It gets lost", walk);
        Assert.DoesNotContain("Nobody knows how.", walk);
        Assert.DoesNotContain("Where it is", walk);
    }

    [Fact]
    public async Task Moves_the_clock_and_calls_the_app_for_somebody_and_keeps_what_later_steps_need()
    {
        await using var site = await StartAsync();

        using var taken = await PressAsync(site, "/local/walk");

        Assert.Equal("/local/walk?done=1&id=p-1&stop=hall.2#step-1", taken.Headers.Location!.ToString());
        Assert.Equal(14, site.Clock.Now.Day);
        Assert.Matches("""^sender/sam { "box": {}, "due": "2026-04-21T09:00:00\.0000000\+00:00", "note": "{nothing}", "lot": "7[1-9]" }$""", Assert.Single(asked));
    }

    [Theory]
    [InlineData(4, "2026-04-20T07:00")]
    [InlineData(0.5, "2026-04-15T07:00")]
    public async Task Waits_for_the_morning_when_nobody_works(double days, string expected)
    {
        await using var site = await StartAsync();
        await site.Clock.AdvanceAsync(TimeSpan.FromDays(days), default);

        using var taken = await PressAsync(site, "/local/walk");

        Assert.Equal(DateTimeOffset.Parse($"{expected}Z", CultureInfo.InvariantCulture), site.Clock.Now);
    }

    [Fact]
    public async Task Shows_what_there_is_to_look_at_as_who_would_see_it()
    {
        await using var site = await StartAsync();
        using var taken = await PressAsync(site, "/local/walk");

        var page = await site.Http.GetStringAsync(taken.Headers.Location);
        using var looked = await site.Http.PostAsync(WebUtility.HtmlDecode(Look().Match(page).Groups[1].Value), null);

        Assert.Contains("""<a class="button" href="/local/mailbox" target="_blank">The mails</a>""", page);
        Assert.Equal("/parcels/p-1", looked.Headers.Location!.ToString());
        Assert.Equal("session=receiver/rob; path=/", looked.Headers.GetValues("Set-Cookie").Single());
    }

    [Fact]
    public async Task Says_what_the_app_refused_and_stays_where_it_was()
    {
        await using var site = await StartAsync();

        using var refused = await PressAsync(site, "/local/walk?done=1&id=p-1");
        var page = await refused.Content.ReadAsStringAsync();

        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Contains("<pre>410 &lt;b&gt;gone&lt;/b&gt;</pre>", page);
        Assert.Contains(">Lose it</button>", page);
    }

    [Theory]
    [InlineData("/local/walk/2")]
    [InlineData("/local/walk/1/look/0")]
    [InlineData("/local/walk/0/look/1")]
    public async Task Has_no_other_steps(string path)
    {
        await using var site = await StartAsync();

        using var answer = await site.Http.PostAsync(path, null);

        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Empty(asked);
    }

    [Fact]
    public async Task Puts_nothing_into_an_address_that_could_lead_elsewhere()
    {
        await using var site = await StartAsync();

        using var looked = await site.Http.PostAsync("/local/walk/0/look/0?id=%2F..%2F..", null);

        Assert.Equal("/parcels/{id}", looked.Headers.Location!.ToString());
    }

    [Fact]
    public void Refuses_a_file_with_something_that_it_does_not_know() =>
        Assert.Throws<JsonException>(() => GuidedWalk.Parse("""{ "title": "", "text": "", "signIn": { "page": "", "user": "", "back": "", "header": "" }, "steps": [{ "title": "", "text": "", "press": "", "clock": "P1D" }] }"""));

    Task<LocalSite> StartAsync() => LocalSite.StartAsync(azurite, AzuriteFixture.NewPrefix(), also: app =>
    {
        app.MapPost("/parcels", async (HttpRequest request) =>
        {
            asked.Add($"{request.Headers["X-Who"]} {(await request.ReadFromJsonAsync<JsonElement>()).GetRawText()}");
            return Results.Json(new { id = "p-1" });
        });
        app.MapGet("/parcels/{id}", () => Results.Json(new { stops = new[] { new { name = "shop" }, new { name = "hall.2" } } }));
        app.MapPost("/parcels/{id}/lost", () => Results.Text("<b>gone</b>", statusCode: StatusCodes.Status410Gone));
        app.MapPost("/sign-in", (HttpRequest request) =>
        {
            request.HttpContext.Response.Headers.SetCookie = $"session={request.Form["who"]}; path=/";
            return Results.Redirect(request.Form["then"]!);
        });
    });

    static async Task<HttpResponseMessage> PressAsync(LocalSite site, string page) =>
        await site.Http.PostAsync(WebUtility.HtmlDecode(Button().Match(await site.Http.GetStringAsync(page)).Groups[1].Value), null);

    [GeneratedRegex("action=\"(/local/walk/[0-9]+\\?[^\"]+)\"")]
    private static partial Regex Button();

    [GeneratedRegex("action=\"(/local/walk/[0-9]+/look/[^\"]+)\"")]
    private static partial Regex Look();
}
