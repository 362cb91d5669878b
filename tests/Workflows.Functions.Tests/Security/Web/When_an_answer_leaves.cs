using System.Net;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Tests.Security.Web;

public sealed class When_an_answer_leaves
{
    const string ReferrerPolicy = "Referrer-Policy";

    [Theory]
    [InlineData("person", "user=anna", 200)]
    [InlineData("person?fail", "user=anna", 500)]
    [InlineData("person", "user=", 401)]
    [InlineData("signed", "user=", 200)]
    public async Task Whatever_it_is_a_browser_may_do_nothing_with_it_that_was_not_meant(string path, string cookie, int status)
    {
        await using var app = await WebApp.StartAsync();

        using var answer = await app.SendAsync("GET", path, null, ("Cookie", cookie));

        Assert.Equal(status, (int)answer.StatusCode);
        var policy = Header(answer, "Content-Security-Policy");
        Assert.StartsWith("default-src 'none';", policy, StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", policy, StringComparison.Ordinal);
        Assert.DoesNotContain("*", policy, StringComparison.Ordinal);
        Assert.Equal("nosniff", Header(answer, "X-Content-Type-Options"));
        Assert.Equal("same-origin", Header(answer, ReferrerPolicy));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Opener-Policy"));
        Assert.Equal("require-corp", Header(answer, "Cross-Origin-Embedder-Policy"));
        Assert.Equal("same-origin", Header(answer, "Cross-Origin-Resource-Policy"));
        Assert.Contains("camera=()", Header(answer, "Permissions-Policy"), StringComparison.Ordinal);
        Assert.Equal("no-store", Header(answer, "Cache-Control"));
        Assert.Equal("max-age=31536000; includeSubDomains", Header(answer, "Strict-Transport-Security"));
        Assert.DoesNotContain("Ria Jansen", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_shows_nothing_of_anybody_may_say_that_it_can_be_kept()
    {
        await using var app = await WebApp.StartAsync();

        using var answer = await app.SendAsync("GET", "cached");

        Assert.Equal("public, max-age=60", Header(answer, "Cache-Control"));
    }

    [Fact]
    public async Task The_sites_of_practices_may_show_what_is_meant_for_them_and_nothing_else()
    {
        await using var app = await WebApp.StartAsync(settings: ("FramingSites", "https://praktijk.example https://www.linde.example:8443"));

        using var framed = await app.SendAsync("GET", "framed");
        using var other = await app.SendAsync("GET", "cached");

        Assert.EndsWith("frame-ancestors 'self' https://praktijk.example https://www.linde.example:8443", Header(framed, "Content-Security-Policy"), StringComparison.Ordinal);
        Assert.EndsWith("frame-ancestors 'none'", Header(other, "Content-Security-Policy"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("http://praktijk.example")]
    [InlineData("https://*.example")]
    [InlineData("*")]
    [InlineData("https://praktijk.example/form")]
    [InlineData("https://praktijk.example; script-src *")]
    [InlineData("https://user@praktijk.example")]
    [InlineData("'unsafe-inline'")]
    public void What_is_no_site_is_not_accepted_as_one(string site) => Assert.False(SettingFormats.Origins.TryRead(site, out _));

    [Fact]
    public async Task On_a_developers_machine_nothing_makes_the_browser_ask_for_https()
    {
        await using var app = await WebApp.StartAsync("Development");

        using var answer = await app.SendAsync("GET", "cached");

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.False(answer.Headers.Contains("Strict-Transport-Security"));
    }

    static string Header(HttpResponseMessage answer, string name) => Assert.Single(answer.Headers.GetValues(name));
}
