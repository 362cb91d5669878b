using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.DependencyInjection;
using Workflows.Functions.Settings;

namespace Workflows.Functions.Bus;

/// <summary>The app's end of the bus; see <see cref="BusSettings"/>.</summary>
static class BusServices
{
    /// <summary>A bus that is down must not hold a turn up for minutes: what was not sent is stored, and sent later.</summary>
    public static readonly ServiceBusClientOptions Impatient = new()
    {
        RetryOptions = new ServiceBusRetryOptions { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(200), TryTimeout = TimeSpan.FromSeconds(10) },
    };

    public static IServiceCollection AddBus(this IServiceCollection services, SettingsReader settings)
    {
        _ = BusSettings.Read(settings);   // what is wrong is told at the start
        return services
            .AddSingleton(_ => Client(BusSettings.Read(settings)))   // read again when it is first used: on a developer's machine the bus finds its port at the start
            .AddSingleton<Outbox>();
    }

    static ServiceBusClient Client(BusSettings bus) =>
        bus.Connection is { } connection ? new(connection, Impatient) : new(bus.Namespace, new DefaultAzureCredential(), Impatient);
}
