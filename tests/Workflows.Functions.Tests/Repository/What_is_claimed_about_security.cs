using System.Text.RegularExpressions;

namespace Workflows.Functions.Tests.Repository;

public sealed partial class What_is_claimed_about_security
{
    static readonly string[] Claims =
        [.. CommittedFiles.Read("SECURITY.md").Split('\n').SkipWhile(line => line != "| claim | tests |").Skip(2).TakeWhile(line => line.StartsWith('|')).Where(line => !line.StartsWith("| **", StringComparison.Ordinal))];

    [Fact]
    public void Each_claim_names_a_test() => Assert.All(Claims, claim => Assert.Matches(Test(), claim));

    [Fact]
    public void Each_test_that_is_named_exists()
    {
        var named = Claims.SelectMany(claim => Test().Matches(claim)).ToList();

        Assert.True(named.Count > 90, $"Only {named.Count} tests are named.");
        Assert.All(named, test => Assert.Contains($" {test.Groups[2].Value}(", SourceOf(test.Groups[1].Value), StringComparison.Ordinal));
    }

    static string SourceOf(string test) =>
        string.Concat(CommittedFiles.All.Where(path => path.StartsWith("tests/", StringComparison.Ordinal) && Path.GetFileName(path) == $"{test}.cs").Select(CommittedFiles.Read));

    [GeneratedRegex("`([A-Z]\\w+)\\.([A-Z]\\w+)`")]
    private static partial Regex Test();
}
