using Azure.Identity;
using Azure.Messaging.ServiceBus;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace Workflows.Functions.Bus;

/// <summary>Settings: <c>ServiceBusConnection</c>, a connection string, or <c>ServiceBusConnection__fullyQualifiedNamespace</c> for the app's managed identity.</summary>
static class BusServices
{
    /// <summary>A bus that is down must not hold a turn up for minutes: what was not sent is stored, and sent later.</summary>
    static readonly ServiceBusClientOptions Impatient = new()
    {
        RetryOptions = new ServiceBusRetryOptions { MaxRetries = 1, Delay = TimeSpan.FromMilliseconds(200), TryTimeout = TimeSpan.FromSeconds(10) },
    };

    public static IServiceCollection AddBus(this IServiceCollection services, IConfiguration configuration) => services
        .AddSingleton(_ => Client(configuration))
        .AddSingleton<Outbox>();

    /// <summary>Made when it is first used: on a developer's machine the bus finds its port at the start.</summary>
    /// <exception cref="InvalidOperationException">No setting says where the bus is.</exception>
    static ServiceBusClient Client(IConfiguration configuration) =>
        configuration[Entities.Connection] is { Length: > 0 } connection ? new(connection, Impatient)
        : configuration[$"{Entities.Connection}:fullyQualifiedNamespace"] is { Length: > 0 } name ? new(name, new DefaultAzureCredential(), Impatient)
        : throw new InvalidOperationException($"Set {Entities.Connection}, or {Entities.Connection}__fullyQualifiedNamespace.");
}
