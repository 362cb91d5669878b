using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using Workflows.Functions.Operations;

namespace Workflows.Functions.Tests.Operations;

/// <summary>Everything that the apps in this process measure while it is there. Other tests' apps are among them.</summary>
sealed class WatchedTelemetry : IDisposable
{
    readonly ActivityListener spans;
    readonly MeterListener metrics = new();

    public WatchedTelemetry()
    {
        spans = new()
        {
            ShouldListenTo = source => source.Name == Telemetry.Name,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded,
            ActivityStopped = Spans.Enqueue,
        };
        ActivitySource.AddActivityListener(spans);
        metrics.InstrumentPublished = (instrument, listener) =>
        {
            if (instrument.Meter.Name == Telemetry.Name)
            {
                Instruments[instrument.Name] = instrument;
                listener.EnableMeasurementEvents(instrument);
            }
        };
        metrics.SetMeasurementEventCallback<int>((instrument, value, tags, _) => Add(instrument, value, tags));
        metrics.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        metrics.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        metrics.Start();
    }

    public ConcurrentQueue<Activity> Spans { get; } = [];

    public ConcurrentDictionary<string, Instrument> Instruments { get; } = [];

    /// <summary>What was measured: the instrument, the tags as <c>name=value</c>, and the value.</summary>
    public ConcurrentQueue<(string Instrument, string Tags, double Value)> Measured { get; } = [];

    /// <summary>Asks those who are asked.</summary>
    public void Look() => metrics.RecordObservableInstruments();

    public void Dispose()
    {
        spans.Dispose();
        metrics.Dispose();
    }

    void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags) =>
        Measured.Enqueue((instrument.Name, string.Join(' ', tags.ToArray().Select(tag => $"{tag.Key}={tag.Value}")), value));
}
