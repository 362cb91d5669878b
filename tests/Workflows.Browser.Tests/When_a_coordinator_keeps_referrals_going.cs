using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

[Collection(nameof(Screens))]
public sealed class When_a_coordinator_keeps_referrals_going(Screen screen)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task What_waits_on_the_board_is_given_to_who_fits_best_with_three_clicks(bool withScript)
    {
        var story = await ReferralStory.SubmittedAsync(screen.App, SampleReferral.Of(familyName: withScript ? "Bord" : "Plank", birthDate: "2012-01-01"));
        var page = await screen.OpenAsync("coordinator/cora", "/regie?toon=besluit", withScript);

        await page.Locator($"a[href='/regie/{story.Id}/assign']").ClickAsync();
        await Assertions.Expect(page.Locator("input[name='worker']:checked")).ToHaveCountAsync(1);
        await page.GetByRole(AriaRole.Button, new() { Name = "Toewijzen" }).ClickAsync();

        await Assertions.Expect(page.GetByText("Toegewezen. De welzijnscoach krijgt bericht.")).ToBeVisibleAsync();
        Assert.Equal("Accepted", await story.StatusAsync());
        await page.GetByRole(AriaRole.Link, new() { Name = "Naar de regie" }).ClickAsync();
        await Assertions.Expect(page.Locator($"a[href='/regie/{story.Id}']")).ToHaveCountAsync(0);
    }

    [Fact]
    public async Task A_pathway_file_is_looked_at_before_it_is_stored()
    {
        var page = await screen.OpenAsync("coordinator/cora", "/gids/welzijn-zuid/werkprocessen");
        var shipped = await page.RunAndWaitForDownloadAsync(() => page.GetByRole(AriaRole.Link, new() { Name = "Downloaden: caregiver-support/1" }).ClickAsync());
        var file = (await File.ReadAllTextAsync(await shipped.PathAsync())).Replace("\"version\": 1", "\"version\": 2", StringComparison.Ordinal);

        await page.GetByLabel("Bestand").SetInputFilesAsync(new FilePayload { Name = "next.json", MimeType = "application/json", Buffer = System.Text.Encoding.UTF8.GetBytes(file) });
        await page.GetByRole(AriaRole.Button, new() { Name = "Nakijken" }).ClickAsync();
        await Assertions.Expect(page.Locator(":focus")).ToContainTextAsync("het is nog niet opgeslagen");
        await page.GetByRole(AriaRole.Button, new() { Name = "Opslaan" }).ClickAsync();

        await Assertions.Expect(page.Locator(":focus")).ToContainTextAsync("Opgeslagen.");
        await Assertions.Expect(page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex("/werkprocessen/caregiver-support\\.2\\?"));
    }
}
