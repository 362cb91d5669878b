using System.Text.RegularExpressions;
using Workflows.Infra.Tests.Checks;

namespace Workflows.Infra.Tests;

/// <summary>Pages that somebody reads at three in the night.</summary>
public sealed partial class The_runbooks
{
    static readonly string[] Parts = ["**What it means.**", "**First look.**", "**Mend.**", "**Who to tell.**"];

    static IEnumerable<string> Pages => Repository.Files("docs/operations", "*.md").Append("infra-bicep/README.md").Append("README.md");

    [Fact]
    public void Say_what_it_means_where_to_look_how_to_mend_and_whom_to_tell() => Assert.All(Runbooks.Names, name =>
    {
        var page = Repository.Read($"{AlertCheck.Runbooks}/{name}.md");
        var places = Parts.Select(part => page.IndexOf(part, StringComparison.Ordinal)).ToList();

        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
    });

    [Fact]
    public void Are_all_on_the_first_page() =>
        Assert.All(Runbooks.Names, name => Assert.Contains($"[{name}](alerts/{name}.md)", Repository.Read("docs/operations/README.md"), StringComparison.Ordinal));

    /// <summary>A link that leads nowhere costs minutes.</summary>
    [Fact]
    public void Lead_only_to_pages_that_are_there() => Assert.All(
        Pages,
        path => Assert.All(
            Link().Matches(Repository.Read(path)).Select(match => match.Groups[1].Value),
            link => Assert.True(Path.Exists(Path.Combine(Repository.Root, Path.GetDirectoryName(path)!, link)), $"{path} leads to {link}")));

    /// <summary>What a page tells to look for in the log is there.</summary>
    [Fact]
    public void Look_for_words_that_the_app_logs() => Assert.All(
        Repository.Files(AlertCheck.Runbooks, "*.md").SelectMany(path => Words().Matches(Repository.Read(path))).Select(match => match.Groups[1].Value),
        words => Assert.Contains(words, AppSettings.Code, StringComparison.Ordinal));

    /// <summary>A call that the app does not know costs more of them.</summary>
    [Fact]
    public void Ask_only_for_what_the_app_answers() => Assert.All(
        Pages.SelectMany(path => Call().Matches(Repository.Read(path)).Select(match => (Path: path, Call: match.Value))),
        said => Assert.True(AppCalls.Are(said.Call), $"{said.Path} tells to {said.Call}"));

    [GeneratedRegex("(GET|POST|PUT|DELETE) /api/[^` …]+")]
    private static partial Regex Call();

    [GeneratedRegex(@"\]\((?!https?:|#)([^)#\s]+)(?:#[^)]*)?\)")]
    private static partial Regex Link();

    [GeneratedRegex("Message (?:contains|startswith) \"([^\"]+)\"")]
    private static partial Regex Words();
}
