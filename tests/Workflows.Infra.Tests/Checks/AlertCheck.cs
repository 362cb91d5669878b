using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Alerts without a page that says what to do, pages without an alert, and alerts that wait for words which the app never logs.</summary>
static partial class AlertCheck
{
    public const string Runbooks = "docs/operations/alerts";

    public static IEnumerable<string> Find(Templates templates, IReadOnlyCollection<string> pages, string code)
    {
        var text = templates.File("modules/alerts.bicep").Root.Text;
        var alerts = LogAlert().Matches(text).Concat(MetricAlert().Matches(text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        return alerts.Except(pages).Select(alert => $"the alert {alert} has no page in {Runbooks}")
            .Concat(pages.Except(alerts).Select(page => $"the page {page} belongs to no alert"))
            .Concat(Words().Matches(text).Select(match => match.Groups[1].Value).Where(words => !code.Contains(words, StringComparison.Ordinal)).Select(words => $"an alert waits for '{words}', which the app never logs"));
    }

    [GeneratedRegex(@"name: '([a-z-]+)'\n\s+summary:")]
    private static partial Regex LogAlert();

    [GeneratedRegex(@"\$\{runbooks\}/([a-z-]+)\.md")]
    private static partial Regex MetricAlert();

    [GeneratedRegex("Message contains \"([^\"]+)\"")]
    private static partial Regex Words();
}
