using System.Diagnostics;
using Azure.Core;
using Azure.Data.Tables;

namespace Workflows.Benchmarks;

/// <summary>What one run of the reference workflow gave.</summary>
/// <param name="InFlight">How many workflows were under way at any time.</param>
/// <param name="Workflows">How many were measured, after those that only warmed up.</param>
/// <param name="PerSecond">Workflows per second.</param>
/// <param name="Median">Half of the workflows took at most this long, from start to end.</param>
/// <param name="P99">99 of 100 workflows took at most this long.</param>
/// <param name="RequestsPerWorkflow">Requests to storage, retries included.</param>
/// <param name="EntitiesPerWorkflow">Entities written or deleted in storage.</param>
sealed record WorkflowRun(
    int InFlight, int Workflows, double PerSecond, TimeSpan Median, TimeSpan P99, double RequestsPerWorkflow, double EntitiesPerWorkflow)
{
    public static async Task<WorkflowRun> MeasureAsync(string connectionString, int inFlight, int workflows)
    {
        var counter = new RequestCounter();
        var options = new TableClientOptions();
        options.AddPolicy(counter, HttpPipelinePosition.PerRetry);
        var reference = new ReferenceWorkflow();
        await using var engine = await BenchmarkEngine.StartAsync(new TableServiceClient(connectionString, options), $"b{inFlight}", reference.AddTo);

        await RunAsync("warm", Math.Max(50, inFlight * 3));
        var (requests, entities) = (counter.Requests, counter.Entities);
        var start = Stopwatch.GetTimestamp();
        var times = await RunAsync("run", workflows);
        var took = Stopwatch.GetElapsedTime(start);

        Array.Sort(times);
        return new WorkflowRun(
            inFlight, workflows, workflows / took.TotalSeconds, times[workflows / 2], times[workflows * 99 / 100],
            (counter.Requests - requests) / (double)workflows, (counter.Entities - entities) / (double)workflows);

        async Task<TimeSpan[]> RunAsync(string prefix, int count)
        {
            var durations = new TimeSpan[count];
            var next = -1;
            await Task.WhenAll(Enumerable.Range(0, inFlight).Select(_ => Task.Run(LaneAsync)));
            return durations;

            async Task LaneAsync()
            {
                for (var number = Interlocked.Increment(ref next); number < count; number = Interlocked.Increment(ref next))
                {
                    var begin = Stopwatch.GetTimestamp();
                    await reference.RunOneAsync(engine.Client, $"{prefix}-{number}");
                    durations[number] = Stopwatch.GetElapsedTime(begin);
                }
            }
        }
    }
}
