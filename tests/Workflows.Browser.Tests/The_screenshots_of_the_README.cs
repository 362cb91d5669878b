namespace Workflows.Browser.Tests;

/// <summary>Takes them; the environment variable <c>WORKFLOWS_SCREENSHOTS</c> names the folder in which they are kept.</summary>
[Collection(nameof(Screens))]
public sealed class The_screenshots_of_the_README(Screen screen)
{
    const int MostBytes = 60 * 1024;

    /// <summary>As on a laptop, at half its size: three stand beside each other in the README.</summary>
    const float Scale = 0.5f;

    [Theory]
    [InlineData("verwijzen", null, "/verwijzen")]
    [InlineData("praktijk", "referrer/01999901", "/praktijk")]
    [InlineData("werk", "worker/anna", "/werk")]
    [InlineData("regie", "coordinator/cora", "/regie")]
    [InlineData("mijn", "client/{planned}", "/mijn/verwijzing")]
    [InlineData("inzicht", "coordinator/cora", "/inzicht?jaar=2026")]
    public async Task They_show_each_page_and_stay_small(string name, string? user, string path)
    {
        var page = await screen.OpenAsync(user, path, width: 1200, scale: Scale);

        var image = await page.ScreenshotAsync();

        Assert.InRange(image.Length, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.png"), image);
        }
    }
}
