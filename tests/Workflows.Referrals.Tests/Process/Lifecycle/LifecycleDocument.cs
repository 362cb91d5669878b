using System.Runtime.CompilerServices;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Process.Lifecycle;

/// <summary>The diagram and the table of docs/lifecycle.md, as the code says they have to be.</summary>
static class LifecycleDocument
{
    static readonly ReferralStatus[] Open = [.. Enum.GetValues<ReferralStatus>().Where(status => !status.IsClosed)];

    public static string Path([CallerFilePath] string here = "") => System.IO.Path.GetFullPath(System.IO.Path.Combine(here, "../../../../../docs/lifecycle.md"));

    public static string Diagram()
    {
        // what leads out of every open status stands once, so that the rest can be read
        var common = Road.All.GroupBy(road => (road.To, road.Through)).Where(roads => Open.All(status => status == roads.Key.To || roads.Any(road => road.From == status)))
            .Select(roads => roads.Key).ToHashSet();
        var single = Road.All.Where(road => road.From.IsClosed || !common.Contains((road.To, road.Through)));
        return string.Join('\n',
        [
            "```mermaid",
            "stateDiagram-v2",
            "    [*] --> Received",
            "    state Open {",
            .. Lines(single.Where(road => !road.From.IsClosed && !road.To.IsClosed), "        "),
            "    }",
            .. Lines(single.Where(road => road.From.IsClosed || road.To.IsClosed), "    "),
            .. common.GroupBy(road => road.To).OrderBy(roads => roads.Key).Select(roads => $"    Open --> {roads.Key} : {Labels(roads.Select(road => road.Through))}"),
            .. Enum.GetValues<ReferralStatus>().Where(status => status.IsClosed).Select(status => $"    {status} --> [*] : erased"),
            "```",
        ]);
    }

    public static string Table() => string.Join('\n',
    [
        "| command | by | in |",
        "|---|---|---|",
        .. Transitions.All.Select(line => $"| `{line.Name}` | {string.Join(", ", line.By)} | {Statuses(line.From)}{(line.FromForWorker is { } fewer ? $"; a worker: {Statuses(fewer)}" : "")} |"),
    ]);

    static IEnumerable<string> Lines(IEnumerable<Road> roads, string indent) =>
        from road in roads
        group road.Through by (road.From, road.To) into same
        orderby same.Key.From, same.Key.To
        select $"{indent}{same.Key.From} --> {same.Key.To} : {Labels(same)}";

    static string Labels(IEnumerable<string> through) => string.Join(", ", through.Distinct().Order(StringComparer.Ordinal));

    static string Statuses(ValueList<ReferralStatus> statuses) => statuses.Count == Enum.GetValues<ReferralStatus>().Length ? "every status" : string.Join(", ", statuses);
}
