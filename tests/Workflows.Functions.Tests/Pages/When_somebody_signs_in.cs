using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using Workflows.Functions.Pages;
using Workflows.Functions.Pages.SignIn;
using Workflows.Functions.Security;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_somebody_signs_in(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task A_page_for_which_one_must_be_signed_in_leads_to_the_sign_in_and_back()
    {
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/api/referrals/abc?x=1");
        Assert.Equal((303, "/aanmelden?terug=%2Fapi%2Freferrals%2Fabc%3Fx%3D1"), (visitor.Status, visitor.Location));
        await visitor.OpenAsync(visitor.Location!);
        await visitor.SubmitAsync("/aanmelden", ("user", "worker/anna"));

        Assert.Equal((303, "/api/referrals/abc?x=1"), (visitor.Status, visitor.Location));
    }

    [Theory]
    [InlineData("worker/anna", "/werk")]
    [InlineData("coordinator/cora", "/regie")]
    [InlineData("referrer/01999901", "/praktijk")]
    [InlineData("administrator/admin", "/gids")]
    public async Task The_front_door_leads_to_the_sign_in_and_from_then_on_to_where_one_begins(string user, string expected)
    {
        using var visitor = app.Visitor();
        await visitor.OpenAsync("/");
        Assert.Equal((303, "/aanmelden"), (visitor.Status, visitor.Location));

        await visitor.SignInAsync(user);
        Assert.Equal((303, "/"), (visitor.Status, visitor.Location));
        await visitor.OpenAsync("/");

        Assert.Equal((303, expected), (visitor.Status, visitor.Location));
    }

    [Fact]
    public async Task A_program_is_told_in_a_problem_document_as_ever()
    {
        using var visitor = app.Visitor(accept: "application/json");

        await visitor.OpenAsync("/api/referrals/abc");

        Assert.Equal(401, visitor.Status);
        Assert.Contains("\"type\":\"/problems/unauthenticated\"", visitor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_header_tells_who_is_signed_in_until_they_sign_out()
    {
        using var visitor = app.Visitor();
        await visitor.SignInAsync("coordinator/cora");
        await visitor.OpenAsync("/aanmelden");
        Assert.Contains("Cora van Dam</span> <small>coördinator", visitor.Text, StringComparison.Ordinal);

        await visitor.SubmitAsync("/afmelden");
        await visitor.OpenAsync("/aanmelden");

        Assert.DoesNotContain("Uitloggen", visitor.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("worker/anna.AAAA")]
    [InlineData("worker/anna")]
    [InlineData(".")]
    public async Task A_cookie_that_was_not_signed_here_is_nobodys(string cookie)
    {
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/aanmelden", ("Cookie", $"{LocalSession.Cookie}={cookie}"));

        Assert.DoesNotContain("Uitloggen", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_becomes_a_sample_person_who_does_not_exist_or_from_elsewhere()
    {
        using var visitor = app.Visitor();
        await visitor.OpenAsync("/aanmelden");
        var form = visitor.Html;

        await visitor.SubmitAsync("/aanmelden", ("user", "worker/nobody"));
        Assert.Equal(404, visitor.Status);

        visitor.GoBackTo(form);
        await visitor.SubmitAsync("/aanmelden", [("Host", "elsewhere.example")], ("user", "worker/anna"));
        Assert.Equal(404, visitor.Status);
        Assert.Null(visitor.Cookie(LocalSession.Cookie));
    }

    [Theory]
    [InlineData("/werk", true)]
    [InlineData("/", true)]
    [InlineData("/werk?van=/x", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("werk", false)]
    [InlineData("//elsewhere.example", false)]
    [InlineData("/\\elsewhere.example", false)]
    [InlineData("/\t/elsewhere.example", false)]
    [InlineData("https://elsewhere.example", false)]
    public void Only_a_page_of_this_app_is_come_back_to(string? address, bool isLocal) => Assert.Equal(isLocal, ReturnAddress.IsLocal(address));

    [Fact]
    public async Task Another_site_is_not_come_back_to()
    {
        using var visitor = app.Visitor();
        await visitor.OpenAsync("/aanmelden?terug=//elsewhere.example");

        await visitor.SubmitAsync("/aanmelden", ("user", "referrer/01999901"), (ReturnAddress.Query, "//elsewhere.example"));

        Assert.Equal("/", visitor.Location);
    }

    [Theory]
    [InlineData("?terug=/werk", "/.auth/login/aad?post_login_redirect_uri=%2Fwerk")]
    [InlineData("?terug=//elsewhere.example", "/.auth/login/aad?post_login_redirect_uri=%2F")]
    public async Task In_production_the_platform_does_it(string query, string expected)
    {
        var http = new DefaultHttpContext();
        http.Request.QueryString = new(query);
        var production = new DeveloperMachine(new HostingEnvironment { EnvironmentName = Environments.Production });

        await (await new SignInFunctions(null!, null!, production, null!).Ask(http.Request, CancellationToken.None)).ExecuteAsync(http);

        Assert.Equal((303, expected), (http.Response.StatusCode, http.Response.Headers.Location.ToString()));
    }
}
