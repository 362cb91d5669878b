using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

[Collection(nameof(Screens))]
public sealed class When_a_practice_fills_in_the_form(Screen screen)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_sent_with_and_without_script_and_a_confirmation_says_what_happens_next(bool withScript)
    {
        var page = await screen.OpenAsync(path: "/verwijzen", withScript: withScript);

        await FilledInForm.FillAsync(page);
        await page.GetByRole(AriaRole.Button, new() { Name = "Verwijzing versturen" }).ClickAsync();

        await Assertions.Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("Uw verwijzing is ontvangen");
        await Assertions.Expect(page.GetByText("woensdag 15 april 2026, 17:00")).ToBeVisibleAsync();
    }
}
