using Microsoft.Playwright;
using Workflows.Browser.Tests.Chromium;

namespace Workflows.Browser.Tests;

/// <summary>The app and one browser, for all tests of this project. Each test opens windows of its own, with their own cookies.</summary>
public sealed class Screen : IAsyncLifetime
{
    AzuriteProcess azurite = null!;
    IPlaywright playwright = null!;
    IBrowser browser = null!;

    /// <summary>The running app; its clock starts on a Monday morning.</summary>
    internal RunningApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        azurite = await AzuriteProcess.StartAsync();
        var starting = RunningApp.StartAsync(azurite.ConnectionString);
        playwright = await Playwright.CreateAsync();
        browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = await ChromiumOfThisMachine.PathAsync(), Args = ChromiumOfThisMachine.Arguments });
        App = await starting;
    }

    /// <summary>A window of somebody: signed in as a sample person, or as nobody.</summary>
    internal async Task<IPage> OpenAsync(string? user = null, string path = "/", bool withScript = true, string language = "nl", bool dark = false, int width = 1280)
    {
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = App.Address.ToString(),
            JavaScriptEnabled = withScript,
            ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light,
            Locale = language == "nl" ? "nl-NL" : "en-GB",
            TimezoneId = "Europe/Amsterdam",
            ReducedMotion = ReducedMotion.Reduce,
            ViewportSize = new() { Width = width, Height = 900 },
        });
        context.SetDefaultTimeout(15_000);
        await context.AddCookiesAsync([new() { Name = "lang", Value = language, Url = App.Address.ToString() }]);
        var page = await context.NewPageAsync();
        if (user is not null)
        {
            await page.GotoAsync($"/aanmelden?terug={Uri.EscapeDataString(path)}");
            await page.Locator($"button[value='{user}']").ClickAsync();
        }
        else
        {
            await page.GotoAsync(path);
        }

        return page;
    }

    public async Task DisposeAsync()
    {
        await browser.CloseAsync();
        playwright.Dispose();
        await App.DisposeAsync();
        azurite.Dispose();
    }
}

/// <summary>All tests share one app and one browser.</summary>
[CollectionDefinition(nameof(Screens))]
public sealed class Screens : ICollectionFixture<Screen>;
