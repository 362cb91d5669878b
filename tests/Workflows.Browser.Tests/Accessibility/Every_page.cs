using System.Reflection;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Playwright;

namespace Workflows.Browser.Tests.Accessibility;

/// <summary>WCAG 2.2 AA, as far as a program can tell. The full run also looks at both languages, light and dark, narrow and wide.</summary>
[Collection(nameof(Screens))]
public sealed class Every_page(Screen screen)
{
    /// <summary>The width in CSS pixels that is left of a usual screen at 400 % (WCAG 1.4.10).</summary>
    const int EnlargedFourTimes = 320;

    /// <summary>The size of a target is off by default.</summary>
    static readonly AxeRunOptions Rules = new()
    {
        RunOnly = new() { Type = "tag", Values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"] },
        Rules = new() { ["target-size"] = new() { Enabled = true } },
    };

    static readonly bool IsFull = Environment.GetEnvironmentVariable("WORKFLOWS_FULL") == "1";

    public static IEnumerable<object[]> All => ShownPage.All.Select(page => (page.User ?? "nobody", page.Path)).Distinct().Select(page => new object[] { page.Item1, page.Path });

    static IEnumerable<(bool Dark, int Width)> Looks =>
        from width in (int[])[360, 1280]
        from dark in (bool[])[true, false]
        select (dark, width);

    [Theory]
    [MemberData(nameof(All))]
    public Task Can_be_used_by_everybody(string user, string path) => Task.WhenAll((IsFull ? (string[])["nl", "en"] : ["nl"]).Select(language => LookAsync(language, user, path)));

    async Task LookAsync(string language, string user, string path)
    {
        var page = await screen.OpenAsync(user == "nobody" ? null : user, screen.Address(path), language: language);
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync());
        foreach (var (dark, width) in IsFull ? Looks : Looks.Take(1))
        {
            await page.EmulateMediaAsync(new() { ColorScheme = dark ? ColorScheme.Dark : ColorScheme.Light });
            await page.SetViewportSizeAsync(width, 900);

            var found = await page.RunAxe(Rules);

            Assert.Empty(found.Violations.Select(violation =>
                $"{language}, {(dark ? "dark" : "light")}, {width}: {violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        }

        await page.SetViewportSizeAsync(EnlargedFourTimes, 900);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= document.documentElement.clientWidth"), "It has to be scrolled sideways.");
        await page.Context.CloseAsync();
    }

    [Fact]
    public void Is_looked_at()
    {
        var routes = from type in typeof(Workflows.Functions.WorkflowsApp).Assembly.GetTypes()
                     from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
                     from trigger in method.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).OfType<HttpTriggerAttribute>()
                     where trigger.Methods?.Contains("get") is true && !trigger.Route!.StartsWith("api/", StringComparison.Ordinal)
                     select trigger.Route!;

        Assert.Equal(routes.Distinct().Order(StringComparer.Ordinal), ShownPage.All.Select(page => page.Route).Concat(ShownPage.Others).Distinct().Order(StringComparer.Ordinal));
    }
}
