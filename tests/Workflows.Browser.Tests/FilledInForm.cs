using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

/// <summary>The referral form, filled in as a practice does it.</summary>
static class FilledInForm
{
    public static async Task FillAsync(IPage page, string givenName = "Ria")
    {
        await page.GetByLabel("Voornaam").FillAsync(givenName);
        await page.GetByLabel("Achternaam").FillAsync("Jansen");
        await page.GetByLabel("Geboortedatum").FillAsync("1948-03-12");
        await page.Locator("[name='client.phone']").FillAsync("06 12345678");
        await page.GetByLabel("Verlies of overlijden van partner").CheckAsync();
        await page.GetByLabel("De cliënt heeft toestemming gegeven.").CheckAsync();
        await page.GetByLabel("Hoe het gaat, in enkele regels.").CheckAsync();
        await page.GetByLabel("Uw naam").FillAsync("dr. M. de Wit");
        await page.GetByLabel("U bent").SelectOptionAsync("gp");
        await page.GetByLabel("Uw e-mailadres").FillAsync("dewit@praktijk.example");
        await page.Locator("[name='to']").SelectOptionAsync("welzijn-zuid/01999901");
    }
}
