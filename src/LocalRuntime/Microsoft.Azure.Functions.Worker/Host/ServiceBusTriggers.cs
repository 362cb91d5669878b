using System.Globalization;
using Azure.Messaging.ServiceBus;
using LocalRuntime.Clock;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>Calls the app's functions for the messages of their queues, through the official client.</summary>
sealed class ServiceBusTriggers(
    IReadOnlyList<AppFunction> functions, FunctionInvoker invoker, DevelopmentBus bus, IConfiguration settings, IServiceProvider services, ILoggerFactory loggers) : ITimedWork
{
    readonly Dictionary<string, ServiceBusClient> clients = [];
    ServiceBusFunction[] running = [];

    public DateTimeOffset? NextDue => null;

    /// <summary>Whether every queue is listened to: a message that waits while its function connects is not at rest.</summary>
    public bool IsSettled => Array.TrueForAll(running, function => bus.IsListenedTo(function.Queue));

    public async Task StartAsync(CancellationToken cancellation)
    {
        running = [.. from function in functions where function.Trigger is ServiceBusTriggerAttribute select Running(function)];
        foreach (var function in running)
        {
            await function.StartAsync(cancellation);
        }
    }

    public async Task StopAsync()
    {
        await Task.WhenAll(running.Select(function => function.DisposeAsync().AsTask()));
        running = [];
        await Task.WhenAll(clients.Values.Select(client => client.DisposeAsync().AsTask()));
        clients.Clear();
    }

    ServiceBusFunction Running(AppFunction function) => new(
        function,
        Client(((ServiceBusTriggerAttribute)function.Trigger).Connection ?? "AzureWebJobsServiceBus", function.Name),
        int.Parse(settings[$"{LocalSettings.HostJson}:extensions:serviceBus:maxConcurrentCalls"] ?? "16", CultureInfo.InvariantCulture),
        invoker,
        services,
        loggers.ForFunction(function));

    ServiceBusClient Client(string setting, string function)
    {
        if (!clients.TryGetValue(setting, out var client))
        {
            var connection = settings[setting] is { Length: > 0 } text ? text
                : throw new InvalidOperationException($"The setting {setting} is missing; the function '{function}' receives its messages there. On a developer's machine it is {DevelopmentBus.Sample}");
            client = clients[setting] = new ServiceBusClient(connection);
        }

        return client;
    }
}
