namespace Workflows.Browser.Tests;

/// <summary>Takes them; the environment variable <c>WORKFLOWS_SCREENSHOTS</c> names the folder in which they are kept.</summary>
[Collection(nameof(Screens))]
public sealed class The_screenshots_of_the_README(Screen screen)
{
    const int MostBytes = 80 * 1024;

    [Theory]
    [InlineData("verwijzen", null, "/verwijzen")]
    [InlineData("regie", "coordinator/cora", "/regie")]
    public async Task They_show_each_page_and_stay_small(string name, string? user, string path)
    {
        var page = await screen.OpenAsync(user, path, width: 720);
        await page.SetViewportSizeAsync(720, 560);

        var image = await page.ScreenshotAsync();

        Assert.InRange(image.Length, 1, MostBytes);
        if (Environment.GetEnvironmentVariable("WORKFLOWS_SCREENSHOTS") is { Length: > 0 } folder)
        {
            await File.WriteAllBytesAsync(Path.Combine(Directory.CreateDirectory(folder).FullName, $"{name}.png"), image);
        }
    }
}
