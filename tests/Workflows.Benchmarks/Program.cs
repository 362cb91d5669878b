using System.Globalization;
using LocalRuntime.Tests.Azurite;
using Workflows.Benchmarks;
using Workflows.Benchmarks.Figures;
using Workflows.Benchmarks.Pages;

if (args is ["under-load", var storage, var hub])
{
    await UnderLoad.RunAsync(storage, hub, Console.In, Console.Out);
    return;
}

if (args is ["simulation", .. var numbers])
{
    Console.WriteLine(numbers switch
    {
        [var referrals, var seed] => SimulationRun.Measure(int.Parse(referrals, CultureInfo.InvariantCulture), ulong.Parse(seed, CultureInfo.InvariantCulture)),
        [var referrals] => SimulationRun.Measure(int.Parse(referrals, CultureInfo.InvariantCulture)),
        _ => SimulationRun.Measure(),
    });
    return;
}

if (args is ["pages"])
{
    Console.WriteLine(Report.Of(await PagesRun.MeasureAsync()));
    return;
}

if (args is ["figures"])
{
    Console.WriteLine(Report.Of(await ReportRun.MeasureAsync(), RebuildRun.Measure()));
    return;
}

var load = File.Exists("/proc/loadavg") ? string.Join(", ", File.ReadAllText("/proc/loadavg").Split(' ')[..3]) : "not known";
// A fresh Azurite for each measurement: it slows down as it fills.
using var forTheCeiling = await AzuriteProcess.StartAsync();
var ceiling = await RawCeiling.MeasureAsync(forTheCeiling.ConnectionString);
var runs = new List<WorkflowRun>();
foreach (var (inFlight, workflows) in new[] { (1, 200), (16, 2_000), (64, 4_000) })
{
    using var azurite = await AzuriteProcess.StartAsync();
    runs.Add(await WorkflowRun.MeasureAsync(azurite.ConnectionString, inFlight, workflows));
}

var report = Report.Write(ceiling, runs, SimulationRun.Measure(), await PagesRun.MeasureAsync(), await ReportRun.MeasureAsync(), RebuildRun.Measure(), load);
Console.WriteLine(report);
await File.WriteAllTextAsync(Path.Combine(Repository.Root, "docs", "benchmarks.md"), report);
