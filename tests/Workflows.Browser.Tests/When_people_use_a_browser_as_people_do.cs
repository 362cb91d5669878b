using System.Text.Json;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

[Collection(nameof(Screens))]
public sealed class When_people_use_a_browser_as_people_do(Screen screen)
{
    [Fact]
    public async Task The_keyboard_alone_is_enough_to_refer()
    {
        var page = await screen.OpenAsync(path: "/verwijzen");

        await page.Keyboard.PressAsync("Tab");
        await Assertions.Expect(page.GetByRole(AriaRole.Link, new() { Name = "Naar de inhoud" })).ToBeFocusedAsync();
        await page.Keyboard.PressAsync("Enter");
        await TypeAsync(page, "client.givenName", "Toets");
        await TypeAsync(page, "client.familyName", "Bord");
        await TypeAsync(page, "client.birthDate", "01021950");
        await TypeAsync(page, "client.phone", "06 12345678");
        await ReachAsync(page, "reasons", "Z15");
        await page.Keyboard.PressAsync("Space");
        await ReachAsync(page, "consent.ground", "consent");
        await page.Keyboard.PressAsync("Space");
        await ReachAsync(page, "consent.shareContentWithReferrer", "yes");
        await page.Keyboard.PressAsync("Space");
        await TypeAsync(page, "to", "Huisartsenpraktijk De Linde");
        await TypeAsync(page, "referrer.name", "dr. M. de Wit");
        await TypeAsync(page, "referrer.role", "huisarts");
        await TypeAsync(page, "referrer.email", "dewit@praktijk.example");
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uw verwijzing is ontvangen");
    }

    [Fact]
    public async Task What_is_wrong_is_told_above_with_the_focus_there_and_leads_to_the_field_which_keeps_what_was_typed()
    {
        var page = await screen.OpenAsync(path: "/verwijzen");
        await FilledInForm.FillAsync(page);
        await page.Locator("[name='client.birthDate']").FillAsync("2050-01-01");

        await SendAsync(page);

        await Assertions.Expect(page.Locator(":focus")).ToContainTextAsync("1 antwoord om na te kijken");
        await page.Keyboard.PressAsync("Tab");
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.Locator("[name='client.birthDate']")).ToBeFocusedAsync();
        await Assertions.Expect(page.GetByLabel("Voornaam")).ToHaveValueAsync("Ria");
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_double_click_sends_one_referral(bool withScript)
    {
        var before = await CountAsync();
        var page = await screen.OpenAsync(path: "/verwijzen", withScript: withScript);
        await FilledInForm.FillAsync(page, withScript ? "Dubbel" : "Tweemaal");

        await page.GetByRole(AriaRole.Button, new() { Name = "Verwijzing versturen" }).DblClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uw verwijzing is ontvangen");
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task The_back_button_brings_back_an_empty_form_and_no_second_referral()
    {
        var before = await CountAsync();
        var page = await screen.OpenAsync(path: "/verwijzen");
        await FilledInForm.FillAsync(page, "Terug");
        await SendAsync(page);
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uw verwijzing is ontvangen");

        await page.ReloadAsync();
        await page.GoBackAsync();
        await Assertions.Expect(page.GetByLabel("Achternaam")).ToBeEmptyAsync();
        await SendAsync(page);

        await Assertions.Expect(page.Locator(":focus")).ToContainTextAsync("om na te kijken");
        Assert.Equal(before + 1, await CountAsync());
    }

    [Fact]
    public async Task Of_two_who_decide_at_once_the_second_is_told_what_happened_meanwhile()
    {
        var story = await ReferralStory.SubmittedAsync(screen.App, SampleReferral.Of(familyName: "Tegelijk"));
        var first = await screen.OpenAsync("worker/anna", $"/werk/{story.Id}");
        var second = await screen.OpenAsync("worker/anna", $"/werk/{story.Id}/decline");

        await first.GetByRole(AriaRole.Button, new() { Name = "Ik neem de verwijzing aan" }).ClickAsync();
        await Assertions.Expect(first.GetByText("De verwijzing is van u.")).ToBeVisibleAsync();
        await second.GetByRole(AriaRole.Radio).First.CheckAsync();
        await second.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();

        await Assertions.Expect(second.GetByText("“Niet aannemen” kan niet meer: de verwijzing staat nu op “Aangenomen”.")).ToBeVisibleAsync();
        Assert.Equal("Accepted", await story.StatusAsync());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_session_that_ends_in_the_middle_of_a_form_costs_nothing_of_what_was_written(bool withScript)
    {
        var story = await ReferralStory.SubmittedAsync(screen.App, SampleReferral.Of(familyName: withScript ? "Verlopen" : "Voorbij"));
        await story.DoesAsync("worker/anna", "accept");
        var page = await screen.OpenAsync("worker/anna", $"/werk/{story.Id}/log-contact", withScript);
        await page.GetByRole(AriaRole.Radio, new() { Name = "telefonisch" }).CheckAsync();
        await page.GetByLabel("Wat was er aan de orde?").FillAsync("Belde terug, komt dinsdag.");
        await page.Context.ClearCookiesAsync(new() { Name = "local-user" });

        await page.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uw sessie is verlopen");
        var again = await page.Context.RunAndWaitForPageAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Log opnieuw in" }).ClickAsync());
        await again.Locator("button[value='worker/anna']").ClickAsync();
        await page.BringToFrontAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Opnieuw versturen" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Het contact is vastgelegd.")).ToBeVisibleAsync();
        Assert.Contains("contact-logged", (await story.TimelineAsync())[^1].ToString(), StringComparison.Ordinal);
    }

    static Task SendAsync(IPage page) => page.GetByRole(AriaRole.Button, new() { Name = "Verwijzing versturen" }).ClickAsync();

    async Task<int> CountAsync()
    {
        await screen.App.AdvanceAsync("PT1S");
        var count = 0;
        for (string? after = ""; after is not null;)
        {
            var page = await screen.App.GetAsync("coordinator/cora", $"/api/referrals?top=100&after={after}");
            count += page.GetProperty("referrals").GetArrayLength();
            after = page.GetProperty("after") is { ValueKind: JsonValueKind.String } next ? Uri.EscapeDataString(next.GetString()!) : null;
        }

        return count;
    }

    /// <summary>Tabs on until the field has the focus, as everybody has to who has no mouse.</summary>
    static async Task ReachAsync(IPage page, string name, string? value = null)
    {
        for (var pressed = 0; pressed < 100; pressed++)
        {
            if (await page.EvaluateAsync<bool>("([name, value]) => document.activeElement.name === name && (!value || document.activeElement.value === value)", new[] { name, value }))
            {
                return;
            }

            await page.Keyboard.PressAsync("Tab");
        }

        Assert.Fail($"The field {name} is not reached by tabbing on.");
    }

    static async Task TypeAsync(IPage page, string name, string text)
    {
        await ReachAsync(page, name);
        await page.Keyboard.TypeAsync(text);
    }
}
