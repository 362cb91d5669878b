using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Security;
using Workflows.Functions.Security.Web;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Security.Web;

public sealed class When_somebody_calls_too_often
{
    static readonly Caller Anna = new(CallerKind.Person, Role.Worker, "anna", "welzijn-zuid");
    static readonly Caller Bram = new(CallerKind.Person, Role.Worker, "bram", "welzijn-zuid");
    static readonly Policy People = Policy.Only(Role.Worker);

    [Fact]
    public async Task They_are_told_when_to_come_back()
    {
        await using var app = await WebApp.StartAsync(settings: ("WEBSITE_AUTH_ENABLED", "false"));

        using var refused = await FirstRefusedAsync(app, Pace.Unknown.AtOnce * 2);
        using var another = await app.SendAsync("GET", "person", null, ("Cookie", "user=anna"));

        Assert.Equal(429, (int)refused.StatusCode);
        Assert.Equal(1, refused.Headers.RetryAfter?.Delta?.TotalSeconds);
        Assert.Equal("no-store", Assert.Single(refused.Headers.GetValues("Cache-Control")));
        Assert.Contains("/problems/too-many-requests", await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(200, (int)another.StatusCode);
    }

    [Fact]
    public void Each_has_a_pace_of_their_own()
    {
        using var limits = Limits();

        Passes(Pace.Person, limits, People, Anna);
        Passes(Pace.Person, limits, People, Bram);
        Passes(Pace.System, limits, People, new(CallerKind.System, Role.System, "form"));
        Passes(Pace.Unknown, limits, Policy.Anyone, null);
        Passes(Pace.System, limits, Policy.BySignature, null);
        Passes(Pace.Guessing, limits, Policy.ByCode, null);
    }

    [Fact]
    public void People_of_one_practice_do_not_use_up_each_others()
    {
        using var limits = Limits();

        Passes(Pace.Person, limits, People, new(CallerKind.Person, Role.Referrer, "oid-1", Practice: "01999901"));
        Passes(Pace.Person, limits, People, new(CallerKind.Person, Role.Referrer, "oid-2", Practice: "01999901"));
    }

    [Fact]
    public void Signing_in_gives_no_more_guesses_at_a_code()
    {
        using var limits = Limits();

        Passed(limits, Policy.ByCode, null, "198.51.100.4:50001");

        Assert.Equal(0, Passed(limits, Policy.ByCode, Anna, "198.51.100.4:50002"));
    }

    [Theory]
    [InlineData("203.0.113.9, 198.51.100.4:50001", "198.51.100.4", false)]    // what stands before the front's own entry is the sender's claim
    [InlineData("198.51.100.4, 203.0.113.9:50001", "198.51.100.4", true)]
    [InlineData("[2001:db8::1]:50001", "2001:db8::ffff", false)]              // one subscriber
    [InlineData("[2001:db8:0:1::1]:50001", "2001:db8::ffff", true)]
    [InlineData("nonsense", "198.51.100.4", true)]
    public void An_address_is_the_one_that_the_platform_saw(string forwarded, string first, bool isAnother)
    {
        using var limits = Limits();
        Passed(limits, Policy.Anyone, null, first);

        Assert.Equal(isAnother, Passed(limits, Policy.Anyone, null, forwarded) >= Pace.Unknown.AtOnce);
    }

    [Fact]
    public void A_developers_machine_has_none_unless_asked_for_and_elsewhere_they_cannot_be_turned_off()
    {
        using var developer = Limits("Development");
        using var asked = Limits("Development", "true");
        using var production = Limits("Production", "false");

        Assert.Equal(1000, Passed(developer, Policy.Anyone, null));
        Passes(Pace.Unknown, asked, Policy.Anyone, null);
        Passes(Pace.Unknown, production, Policy.Anyone, null);
    }

    static RateLimits Limits(string environment = "Production", string? setting = null) =>
        new(WebSettings.Read(new(new ConfigurationBuilder().AddInMemoryCollection([new("RateLimits", setting)]).Build(), In(environment))), In(environment));

    static HostingEnvironment In(string environment) => new() { EnvironmentName = environment };

    /// <remarks>On a busy machine the calls take their time, in which some more become possible.</remarks>
    static void Passes(Pace pace, RateLimits limits, Policy policy, Caller? caller) =>
        Assert.InRange(Passed(limits, policy, caller, "198.51.100.7:50001"), pace.AtOnce, pace.AtOnce + (pace.PerMinute / 6));

    /// <summary>How many of a thousand calls at one moment pass.</summary>
    static int Passed(RateLimits limits, Policy policy, Caller? caller, string? forwarded = null)
    {
        var http = new DefaultHttpContext();
        http.Request.Headers["X-Forwarded-For"] = forwarded;
        return Enumerable.Range(0, 1000).TakeWhile(_ => limits.WaitOf(http, policy, caller) is null).Count();
    }

    static async Task<HttpResponseMessage> FirstRefusedAsync(WebApp app, int most)
    {
        for (var call = 0; ; call++)
        {
            var answer = await app.SendAsync("GET", "person");
            if (call == most || answer.StatusCode != System.Net.HttpStatusCode.Unauthorized)
            {
                return answer;
            }

            answer.Dispose();
        }
    }
}
