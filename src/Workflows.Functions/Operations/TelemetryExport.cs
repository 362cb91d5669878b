using Microsoft.Extensions.Hosting;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace Workflows.Functions.Operations;

/// <summary>Sends traces and metrics to the collector while the app runs; without one it does nothing.</summary>
/// <remarks>Only what the app itself measures: the spans of web server and HTTP clients hold addresses.</remarks>
sealed class TelemetryExport(TelemetrySettings settings) : IHostedService, IDisposable
{
    TracerProvider? traces;
    MeterProvider? metrics;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (settings.Collector is { } collector)
        {
            var app = ResourceBuilder.CreateDefault().AddService("workflows");
            traces = Sdk.CreateTracerProviderBuilder().SetResourceBuilder(app).AddSource(Telemetry.Name).AddOtlpExporter(options => Aim(options, collector, "v1/traces")).Build();
            metrics = Sdk.CreateMeterProviderBuilder().SetResourceBuilder(app).AddMeter(Telemetry.Name).AddOtlpExporter(options => Aim(options, collector, "v1/metrics")).Build();
        }

        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Dispose();
        return Task.CompletedTask;
    }

    /// <summary>What was not sent yet leaves now.</summary>
    public void Dispose()
    {
        traces?.Dispose();
        metrics?.Dispose();
    }

    static void Aim(OtlpExporterOptions options, Uri collector, string signal)
    {
        options.Protocol = OtlpExportProtocol.HttpProtobuf;
        options.Endpoint = new Uri(collector, signal);
    }
}
