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

    public static TheoryData<string, bool, int, string, string> All
    {
        get
        {
            var all = new TheoryData<string, bool, int, string, string>();
            foreach (var page in ShownPage.All)
            {
                foreach (var (language, dark, width) in IsFull ? Looks : Looks.Take(1))
                {
                    all.Add(language, dark, width, page.User ?? "nobody", page.Path);
                }
            }

            return all;
        }
    }

    static IEnumerable<(string Language, bool Dark, int Width)> Looks =>
        from width in (int[])[360, 1280]
        from dark in (bool[])[true, false]
        from language in (string[])["nl", "en"]
        select (language, dark, width);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Can_be_used_by_everybody(string language, bool dark, int width, string user, string path)
    {
        var page = await screen.OpenAsync(user == "nobody" ? null : user, screen.Address(path), language: language, dark: dark, width: width);

        var found = await page.RunAxe(Rules);

        Assert.Empty(found.Violations.Select(violation => $"{violation.Id}: {violation.Help}: {string.Join(" | ", violation.Nodes.Select(node => node.Html))}"));
        Assert.Equal(language, await page.Locator("html").GetAttributeAsync("lang"));
        Assert.Equal(1, await page.GetByRole(AriaRole.Heading, new() { Level = 1 }).CountAsync());
        await page.SetViewportSizeAsync(Math.Min(width, EnlargedFourTimes), 900);
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
