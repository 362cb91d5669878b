using System.Diagnostics.Metrics;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Operations;

/// <summary>Shows the latest snapshot to whoever collects metrics.</summary>
sealed class OperationsGauge : IDisposable
{
    /// <summary>Another instance may have looked since: what is older is not shown.</summary>
    static readonly TimeSpan Fresh = TimeSpan.FromMinutes(10);

    readonly TimeProvider machine;
    readonly Meter meter = new(Telemetry.Name);
    OperationsSnapshot? latest;

    /// <param name="machine">Real time.</param>
    public OperationsGauge(TimeProvider machine)
    {
        this.machine = machine;
        meter.CreateObservableGauge("workflows.referrals.open", () => Now(now => now.Open.Select(open => Tagged(open.Value, "status", Code.Of(open.Key)))), "{referral}", "Open referrals by status.");
        meter.CreateObservableGauge("workflows.deadlines.oldest", () => Now(now => Only(now.OldestDeadline)), "s", "How far the oldest deadline of an open referral lies back.");
        meter.CreateObservableGauge("workflows.pending.oldest", () => Now(now => Only(now.OldestPending)), "s", "How long the oldest stored command or effect has been waiting.");
        meter.CreateObservableGauge("workflows.dead_letters", () => Now(now => now.DeadLetters.Select(queue => Tagged(queue.Value, "queue", queue.Key))), "{message}", "Messages put aside, by queue.");
    }

    public void Show(OperationsSnapshot snapshot) => Volatile.Write(ref latest, snapshot);

    public void Dispose() => meter.Dispose();

    IEnumerable<Measurement<T>> Now<T>(Func<OperationsSnapshot, IEnumerable<Measurement<T>>> values)
        where T : struct => Volatile.Read(ref latest) is { } snapshot && machine.GetUtcNow() - snapshot.At < Fresh ? values(snapshot) : [];

    static Measurement<int> Tagged(int value, string tag, string code) => new(value, new KeyValuePair<string, object?>(tag, code));

    static IEnumerable<Measurement<double>> Only(TimeSpan age) => [new(age.TotalSeconds)];
}
