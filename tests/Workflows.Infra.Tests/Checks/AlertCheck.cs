using System.Text.Json;
using System.Text.RegularExpressions;

namespace Workflows.Infra.Tests.Checks;

/// <summary>Alerts without a page that says what to do, pages without an alert, and alerts that wait for words which the app never logs.</summary>
static partial class AlertCheck
{
    public const string Runbooks = "docs/operations/alerts";

    /// <summary>What Application Insights calls the rows of a table.</summary>
    static readonly Dictionary<string, string> Telemetry = new() { ["AppTraces"] = "Trace", ["AppRequests"] = "Request", ["AppExceptions"] = "Exception" };

    public static IEnumerable<string> Find(Templates templates, IReadOnlyCollection<string> pages, string code, string host)
    {
        var text = templates.File("modules/alerts.bicep").Root.Text;
        var alerts = LogAlert().Matches(text).Concat(MetricAlert().Matches(text)).Select(match => match.Groups[1].Value).Distinct().ToList();
        return alerts.Except(pages).Select(alert => $"the alert {alert} has no page in {Runbooks}")
            .Concat(pages.Except(alerts).Select(page => $"the page {page} belongs to no alert"))
            .Concat(Words().Matches(text).Select(match => match.Groups[1].Value).Where(words => !code.Contains(words, StringComparison.Ordinal)).Select(words => $"an alert waits for '{words}', which the app never logs"))
            .Concat(Sampled(text, host));
    }

    /// <summary>Under load the host drops what it may: an alert would miss its words, and silence be heard where there is none.</summary>
    static IEnumerable<string> Sampled(string alerts, string host)
    {
        using var json = JsonDocument.Parse(host);
        var kept = json.RootElement.GetProperty("logging").GetProperty("applicationInsights").GetProperty("samplingSettings").GetProperty("excludedTypes").GetString()!.Split(';');
        return Table().Matches(alerts).Select(match => match.Value).Distinct().Where(table => !kept.Contains(Telemetry[table])).Select(table => $"host.json lets rows of {table} be dropped, and an alert listens there");
    }

    [GeneratedRegex(@"name: '([a-z-]+)'\n\s+summary:")]
    private static partial Regex LogAlert();

    [GeneratedRegex(@"\$\{runbooks\}/([a-z-]+)\.md")]
    private static partial Regex MetricAlert();

    [GeneratedRegex("\\bApp[A-Z][A-Za-z]+")]
    private static partial Regex Table();

    [GeneratedRegex("Message contains \"([^\"]+)\"")]
    private static partial Regex Words();
}
