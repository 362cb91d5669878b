using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

[Collection(nameof(Screens))]
public sealed partial class When_a_client_comes_with_the_letter(Screen screen)
{
    [Theory]
    [InlineData(true, "06 20000001", "+31620000001")]
    [InlineData(false, "06 20000002", "+31620000002")]
    public async Task The_practice_prints_it_and_with_its_number_and_a_code_they_see_how_it_goes_ask_something_and_leave(bool withScript, string phone, string address)
    {
        var practice = await screen.OpenAsync(path: "/verwijzen", withScript: withScript);
        await FilledInForm.FillAsync(practice, withScript ? "Brief" : "Brieven");
        await practice.Locator("[name='client.phone']").FillAsync(phone);
        await practice.GetByRole(AriaRole.Button, new() { Name = "Verwijzing versturen" }).ClickAsync();
        await practice.GetByRole(AriaRole.Link, new() { Name = "Brief voor uw cliënt bekijken en afdrukken" }).ClickAsync();
        var number = LetterNumber().Match(await practice.Locator(".letter").InnerTextAsync()).Value;

        var page = await screen.OpenAsync(path: "/mijn", withScript: withScript);
        await page.GetByLabel("Het nummer op uw brief").FillAsync(number);
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByLabel("De code van zes cijfers")).ToBeVisibleAsync();
        await page.GetByLabel("De code van zes cijfers").FillAsync(await CodeAsync(address));
        await page.Keyboard.PressAsync("Enter");
        await Assertions.Expect(page.GetByText("Welzijn Zuid").First).ToBeVisibleAsync();

        await page.GotoAsync("/mijn/rechten/rectification");
        await page.Locator("[name='note']").FillAsync("Ik heet Brieven.");
        await page.Locator("main form button[type='submit']").ClickAsync();
        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Mijn rechten");
        await Assertions.Expect(page.GetByText("13 mei 2026").First).ToBeVisibleAsync();

        await page.GetByRole(AriaRole.Button, new() { Name = "Uitloggen" }).ClickAsync();
        await page.GotoAsync("/mijn/gegevens");
        await Assertions.Expect(page.GetByLabel("Het nummer op uw brief")).ToBeVisibleAsync();
    }

    /// <summary>The newest that was sent there.</summary>
    async Task<string> CodeAsync(string address)
    {
        await screen.App.AdvanceAsync("PT1S");
        return SixDigits().Match((await screen.App.MailboxAsync()).Last(message => message.GetProperty("to").GetString() == address).GetProperty("text").GetString()!).Value;
    }

    [GeneratedRegex("[0-9]{4} [0-9]{4} [0-9]{4}")]
    private static partial Regex LetterNumber();

    [GeneratedRegex(@"\b[0-9]{6}\b")]
    private static partial Regex SixDigits();
}
