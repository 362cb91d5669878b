using Workflows.Functions.Notifications;
using Workflows.Functions.Pages;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Tests.Pages;

public sealed class When_a_page_is_shown(PagesApp app) : IClassFixture<PagesApp>
{
    [Fact]
    public async Task It_is_Dutch_whatever_the_browser_prefers_and_English_by_choice_from_then_on()
    {
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/verwijzen", ("Accept-Language", "en"));
        Assert.Contains("<html class=\"utrecht-root\" lang=\"nl\"", visitor.Html, StringComparison.Ordinal);
        await visitor.OpenAsync("/verwijzen?lang=en");
        Assert.Contains("Refer to social support", visitor.Text, StringComparison.Ordinal);
        await visitor.OpenAsync("/verwijzen");
        Assert.Contains("lang=\"en\"", visitor.Html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_other_language_is_the_same_page_with_its_filters()
    {
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/verwijzen?embed=1&lang=nl");

        Assert.Contains("href=\"/verwijzen?embed=1&lang=en\"", visitor.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_kept_by_nobody_and_its_style_and_script_for_ever()
    {
        using var visitor = app.Visitor();

        await visitor.OpenAsync("/verwijzen");
        Assert.True(visitor.Headers.CacheControl!.NoStore);
        Assert.Contains(PageAssets.StyleSheet.Address, visitor.Html, StringComparison.Ordinal);
        foreach (var asset in PageAssets.All)
        {
            await visitor.OpenAsync(asset.Address);
            Assert.Equal("public, max-age=31536000, immutable", visitor.Headers.CacheControl!.ToString());
        }

        await visitor.OpenAsync("/assets/pages.0000000000000000.css");
        Assert.Equal(404, visitor.Status);
    }

    [Fact]
    public void The_style_has_the_components_that_the_pages_use()
    {
        var style = System.Text.Encoding.UTF8.GetString(PageAssets.StyleSheet.Content);

        Assert.All(["utrecht-button", "utrecht-textbox", "utrecht-select", "utrecht-form-label", "utrecht-alert", "utrecht-table", "utrecht-status-badge"], component => Assert.Contains($".{component}", style, StringComparison.Ordinal));
        Assert.InRange(PageAssets.StyleSheet.Content.Length, 1, 160_000);
    }

    [Theory]
    [InlineData("worker/anna", "/werk/abc")]
    [InlineData("coordinator/cora", "/regie/abc")]
    [InlineData("referrer/01999901", "/praktijk/abc")]
    public async Task The_link_of_a_message_leads_to_the_page_of_ones_role_by_way_of_the_sign_in(string user, string page)
    {
        using var visitor = app.Visitor();
        var link = $"/go/{await app.Get<LinkTokens>().WriteAsync(new(LinkToken.Open, "abc", "abc.1.offer", DateTimeOffset.MaxValue))}";

        await visitor.OpenAsync(link);
        Assert.Equal(ReturnAddress.SignIn(link), visitor.Location);
        await visitor.SignInAsync(user);
        await visitor.OpenAsync(link);

        Assert.Equal((303, page), (visitor.Status, visitor.Location));
    }

    [Fact]
    public async Task The_link_of_a_message_leads_a_program_to_the_API()
    {
        using var program = app.Visitor(accept: "application/json");

        await program.OpenAsync($"/go/{await app.Get<LinkTokens>().WriteAsync(new(LinkToken.Open, "abc", "abc.1.offer", DateTimeOffset.MaxValue))}");

        Assert.Equal((302, "/api/referrals/abc"), (program.Status, program.Location));
    }

    [Theory]
    [InlineData(Role.Coordinator, "/api/parked", "/regie/aanmeldingen")]
    [InlineData(Role.Client, "/api/referrals/abc", "/mijn")]
    [InlineData(Role.Funder, "/api/referrals/abc", "/api/referrals/abc")]
    public void What_a_link_stands_for_has_a_page_for_each_role(Role role, string target, string page) => Assert.Equal(page, LinkedPage.Of(role, target));
}
