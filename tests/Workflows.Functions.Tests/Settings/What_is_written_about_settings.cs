using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Settings;

/// <summary>Code, README and sample name the same settings.</summary>
public sealed partial class What_is_written_about_settings
{
    /// <summary>Read by the host, by LocalRuntime or by a library, not by the app.</summary>
    static readonly string[] OfOthers = ["FUNCTIONS_WORKER_RUNTIME", "AzureWebJobsDisableHomepage", "LocalPages__", "LocalClock__"];

    [Fact]
    public void The_README_says_of_each_when_it_is_needed_and_what_is_accepted()
    {
        var rows = Rows("| setting | needed | accepted | what it is for |");
        var read = AppSettings.ReadBy(AppSettings.Complete).Read;

        Assert.Equal(
            read.Select(setting => $"| `{setting.Name}` | {setting.Needed} | {setting.Accepted} |").Order(StringComparer.Ordinal),
            rows.Select(row => WithoutMeaning().Match(row).Value).Order(StringComparer.Ordinal));
        Assert.All(rows, row => Assert.Matches(@"\| [^|]{20,} \|$", row));
    }

    [Fact]
    public void The_sample_holds_what_a_developers_machine_needs_and_nothing_else()
    {
        var sample = JsonDocument.Parse(File.ReadAllText(Path.Combine(AppSettings.Root, "local.settings.sample.json")))
            .RootElement.GetProperty("Values").EnumerateObject().ToDictionary(entry => entry.Name, entry => entry.Value.GetString());
        var reader = AppSettings.ReadBy(sample, "Development");

        Assert.Empty(reader.Problems);
        Assert.All(sample.Keys.Except(reader.Read.Select(setting => setting.Name)), name => Assert.Contains(OfOthers, other => name.StartsWith(other, StringComparison.Ordinal)));
    }

    /// <summary>Or the app would read what nobody checks, documents or deploys.</summary>
    [Fact]
    public void Settings_are_read_by_the_reader_only()
    {
        var source = Path.Combine(AppSettings.Root, "src", "Workflows.Functions");
        var files = System.IO.Directory.GetFiles(source, "*.cs", SearchOption.AllDirectories)
            .Where(file => ReadsConfiguration().IsMatch(File.ReadAllText(file)))
            .Select(file => Path.GetRelativePath(source, file).Replace('\\', '/'));

        Assert.Equal(["Settings/SettingsReader.cs", "WorkflowsApp.cs"], files.Order(StringComparer.Ordinal));
    }

    static List<string> Rows(string header) =>
        [.. File.ReadAllLines(Path.Combine(AppSettings.Root, "README.md")).SkipWhile(line => line != header).Skip(2).TakeWhile(line => line.StartsWith('|'))];

    [GeneratedRegex(@"^\|[^|]*\|[^|]*\|[^|]*\|")]
    private static partial Regex WithoutMeaning();

    [GeneratedRegex(@"\bIConfiguration\b|\bbuilder\.Configuration\b|GetEnvironmentVariable")]
    private static partial Regex ReadsConfiguration();
}
