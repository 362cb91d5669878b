using System.Text.Json;
using System.Text.RegularExpressions;
using Workflows.Functions.Intake;

namespace Workflows.Functions.Tests.Repository;

/// <summary>The README's map of pages and table of calls, beside what there is.</summary>
public sealed partial class What_is_written_about_addresses
{
    [Fact]
    public void The_README_names_each_call_of_the_contract_once()
    {
        var contract =
            from path in JsonDocument.Parse(OpenApiFunction.Document).RootElement.GetProperty("paths").EnumerateObject()
            from operation in path.Value.EnumerateObject()
            where operation.Name is "get" or "post" or "put" or "delete"
            select $"{operation.Name.ToUpperInvariant()} {path.Name}";

        Assert.Equal(contract.Order(StringComparer.Ordinal), Call().Matches(Section("The calls")).Select(call => call.Groups[1].Value).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_README_sends_nobody_to_a_page_that_is_not_there()
    {
        var named = Page().Matches(Section("Who finds what where")).Select(page => page.Groups[1].Value).ToList();

        Assert.True(named.Count > 10, $"Only {named.Count} pages are named.");
        Assert.Empty(named.Except(HttpFunctions.All.Where(function => function.Trigger.Methods!.Contains("get")).Select(function => function.Trigger.Route!)));
    }

    static string Section(string title) => CommittedFiles.Read("README.md").Split($"\n## {title}\n")[1].Split("\n## ")[0];

    [GeneratedRegex("`([A-Z]+ /[^`]+)`")]
    private static partial Regex Call();

    [GeneratedRegex("`/([^`]+)`")]
    private static partial Regex Page();
}
