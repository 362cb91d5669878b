using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;
using Workflows.Benchmarks.Figures;
using Workflows.Benchmarks.Pages;

namespace Workflows.Benchmarks;

/// <summary>The numbers of a run as docs/benchmarks.md shows them.</summary>
static class Report
{
    public static string Write(RawCeiling ceiling, IEnumerable<WorkflowRun> runs, SimulationRun simulation, IReadOnlyList<PagesRun> pages, IReadOnlyList<ReportRun> reports, RebuildRun rebuild, string load) => Text(
        $$"""
        # What a durable workflow costs

        Written by `dotnet run -c Release --project tests/Workflows.Benchmarks`; do not edit, run it again.

        {{DateTimeOffset.UtcNow:yyyy-MM-dd}}, {{Environment.ProcessorCount}} cores ({{RuntimeInformation.OSArchitecture}}, {{RuntimeInformation.OSDescription}}), {{RuntimeInformation.FrameworkDescription}},
        Azurite {{AzuriteVersion()}} in memory on the same machine, Azure.Data.Tables {{typeof(Azure.Data.Tables.TableClient).Assembly.GetName().Version?.ToString(3)}}. Load average before the run: {{load}}.

        One workflow is: 2 activities, await an event, 3 activities, a timer of 10 ms. The activities do nothing; the event is raised once the second
        activity has run. Time is from the call that schedules it to the answer that it has completed.

        | in flight | workflows | workflows/s | p50 | p99 | storage requests per workflow | entities per workflow |
        |---:|---:|---:|---:|---:|---:|---:|
        {{string.Join('\n', runs.Select(Row))}}

        What this Azurite gave in the same run to a client that only writes:

        | | per second |
        |---|---:|
        | entities in transactions of 100 over 16 partitions | {{ceiling.EntitiesInTransactions:N0}} |
        | upserts of one entity, one after the other | {{ceiling.Upserts:N0}} |
        | upserts of one entity, 16 at once | {{ceiling.UpsertsAtOnce:N0}} |

        ## The domain alone

        `dotnet run -c Release --project tests/Workflows.Benchmarks -- simulation [referrals] [seed]` lives through referrals in the pure domain, five years of virtual
        time each, with workers who answer, forget, are absent and come back. The same seed gives the same hash on every machine.

        {{simulation}}

        The aim is 20,000 referrals per second of a core. A referral of 26 happenings allocates some 80 KB, mostly states and the deadlines derived from them.
        `launchSettings.json` gives the youngest generation 32 MB: a virtual machine that does not tell the size of its caches gets 2 MB, and then a fifth of
        the processor time goes to thousands of empty collections. 20,000 referrals are lived through first, so that what is measured is compiled code.

        ## Pages

        {{Of(pages)}}

        ## Figures

        {{Of(reports, rebuild)}}

        ## To compare

        Seen on this kind of machine with 64 in flight: the Azure Storage provider of the real engine 8 to 17 workflows/s with 65 to 94 storage requests per workflow, Restate 116 to 197
        workflows/s. The floor, below which the design would be wrong, is 60 workflows/s. The limits that must hold on any machine are counted, not
        timed, in `tests/LocalRuntime.Tests/Faults/Storage_requests.cs`: at most 10 requests per workflow with one in flight, at most 4 with 64,
        none while instances only wait, and a recovery that reads only what is unfinished.

        """);

    public static string Of(IReadOnlyList<PagesRun> pages) => Text(
        $$"""
        `dotnet run -c Release --project tests/Workflows.Benchmarks -- pages` opens each page in turns in two apps, one with {{PagesRun.FewReferrals:N0}} referrals in its lists and one with {{PagesRun.ManyReferrals:N0}}.
        The lists stand in memory, sorted, and are read by partition and range as Azure reads them; everything else is in Azurite, which looks at every row of a table for every question and would be what is measured.
        The aim is a ratio of at most 1.5, and 100 ms.

        | page | who | {{PagesRun.FewReferrals:N0}} | {{PagesRun.ManyReferrals:N0}} | ratio | rows of lists read |
        |---|---|---:|---:|---:|---:|
        {{string.Join('\n', pages.Select(Row))}}
        """);

    public static string Of(IReadOnlyList<ReportRun> reports, RebuildRun rebuild) => Text(
        $$"""
        `dotnet run -c Release --project tests/Workflows.Benchmarks -- figures` rolls up a simulated year of one organisation, of {{ReportRun.FewReferrals:N0}} and of {{ReportRun.ManyReferrals:N0}} referrals, and asks two apps for its report, and for the page of it, in turns.
        What is published to a practice or a funder is decided at the first request and then kept; counts that were read lately are remembered. The aim is a ratio of at most 2, and 300 ms.

        | report or page | who | first of {{ReportRun.ManyReferrals:N0}} | {{ReportRun.FewReferrals:N0}} | {{ReportRun.ManyReferrals:N0}} | ratio |
        |---|---|---:|---:|---:|---:|
        {{string.Join('\n', reports.Select(Row))}}

        Facts and counts made again: {{rebuild}} The aim is 5,000.
        """);

    static string Row(ReportRun report) => Text(
        $"| `{report.Path}` | {report.User} | {report.First.TotalMilliseconds:N0} ms | {report.Few.TotalMilliseconds:N1} ms | {report.Many.TotalMilliseconds:N1} ms | {report.Ratio:N2} |");

    static string Row(PagesRun page) => Text(
        $"| `{page.Path}` | {page.User} | {page.Few.TotalMilliseconds:N1} ms | {page.Many.TotalMilliseconds:N1} ms | {page.Ratio:N2} | {page.RowsOfFew}, {page.RowsOfMany} |");

    static string Row(WorkflowRun run) => Text(
        $"| {run.InFlight} | {run.Workflows} | {run.PerSecond:N0} | {run.Median.TotalMilliseconds:N0} ms | {run.P99.TotalMilliseconds:N0} ms | {run.RequestsPerWorkflow:N1} | {run.EntitiesPerWorkflow:N1} |");

    static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    static string AzuriteVersion()
    {
        using var package = JsonDocument.Parse(File.ReadAllText(Path.Combine(Repository.Root, "node_modules", "azurite", "package.json"), Encoding.UTF8));
        return package.RootElement.GetProperty("version").GetString()!;
    }
}
