using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests;

[Collection(nameof(Screens))]
public sealed partial class When_somebody_reads_what_it_is_worth(Screen screen)
{
    const string Page = "/inzicht?jaar=2026";

    [Theory]
    [InlineData("coordinator/cora")]
    [InlineData("funder/gemeente")]
    [InlineData("referrer/01999901")]
    public async Task It_prints_on_one_sheet(string user)
    {
        var page = await screen.OpenAsync(user, Page);

        var sheets = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true }));

        Assert.Single(Sheet().Matches(sheets));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_figure_opens_what_it_means_by_keyboard_and_without_script()
    {
        var page = await screen.OpenAsync("funder/gemeente", Page, withScript: false);
        var figure = page.Locator("details", new() { HasText = "Gestart" }).First;
        await Assertions.Expect(figure.GetByText("Geteld:")).Not.ToBeVisibleAsync();

        await figure.Locator("summary").FocusAsync();
        await page.Keyboard.PressAsync("Enter");

        await Assertions.Expect(figure.GetByText("Geteld:")).ToBeVisibleAsync();
        await Assertions.Expect(figure).ToContainTextAsync("verwijzingen waarbij de begeleiding is begonnen");
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_funder_who_signs_in_begins_there()
    {
        var page = await screen.OpenAsync("funder/gemeente", "/");

        await Assertions.Expect(page).ToHaveURLAsync(new Regex("/inzicht$"));
        await page.Context.CloseAsync();
    }

    [Fact]
    public async Task A_story_stands_beside_the_figures_once_the_coordinator_has_read_it()
    {
        const string Told = "Sinds het koor slaapt ze weer de hele nacht.";
        var worker = await screen.OpenAsync("worker/anna", screen.Address("/werk/{started}/share-story"));
        await worker.GetByLabel("Het verhaal").FillAsync(Told);
        await worker.GetByLabel("Ja").CheckAsync();
        await worker.GetByRole(AriaRole.Button, new() { Name = "Vastleggen" }).ClickAsync();
        await Assertions.Expect(worker.GetByText("De coördinator leest het eerst.")).ToBeVisibleAsync();
        await worker.Context.CloseAsync();

        var coordinator = await screen.OpenAsync("coordinator/cora", Page);
        await Assertions.Expect(coordinator.GetByText(Told)).ToHaveCountAsync(0);
        await coordinator.GetByRole(AriaRole.Link, new() { NameRegex = new("Verhalen") }).ClickAsync();
        await coordinator.Locator("li", new() { HasText = Told }).GetByRole(AriaRole.Button, new() { Name = "Goedkeuren" }).ClickAsync();
        await Assertions.Expect(coordinator.GetByText("Het verhaal staat nu naast de cijfers.")).ToBeVisibleAsync();
        await coordinator.GetByRole(AriaRole.Link, new() { Name = "Terug naar de cijfers" }).ClickAsync();

        await Assertions.Expect(coordinator.GetByText(Told)).ToBeVisibleAsync();
        await coordinator.Context.CloseAsync();
    }

    [GeneratedRegex(@"/Type /Page\b(?!s)")]
    private static partial Regex Sheet();
}
