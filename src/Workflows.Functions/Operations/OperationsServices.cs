using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Operations;

/// <summary>What the app tells about itself; see <see cref="TelemetrySettings"/>.</summary>
static class OperationsServices
{
    public static IServiceCollection AddOperations(this IServiceCollection services, SettingsReader settings)
    {
        // .NET's HTTP clients would hand the id of the trace to whomever they call: providers and practices' systems have no business with it.
        DistributedContextPropagator.Current = DistributedContextPropagator.CreateNoOutputPropagator();
        return services
            .AddSingleton(TelemetrySettings.Read(settings))
            .AddHostedService<TelemetryExport>()
            .AddSingleton(new OperationsGauge(TimeProvider.System))
            .AddSingleton<OperationsMeasurer>()
            .AddSingleton<Reconciler>();
    }
}
