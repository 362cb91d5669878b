using Workflows.Functions.Settings;

namespace Workflows.Functions.Operations;

/// <summary>Where telemetry goes.</summary>
/// <param name="Collector">Setting <c>OTEL_EXPORTER_OTLP_ENDPOINT</c>: an OpenTelemetry collector that takes OTLP over HTTP; without it nothing is measured and nothing leaves.</param>
sealed record TelemetrySettings(Uri? Collector)
{
    public static TelemetrySettings Read(SettingsReader settings) =>
        new(settings.Optional("OTEL_EXPORTER_OTLP_ENDPOINT", SettingFormats.WebHost) is { } address ? new Uri(address.TrimEnd('/') + "/") : null);
}
