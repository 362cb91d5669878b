using Azure.Messaging.ServiceBus;
using LocalRuntime.Azurite;
using LocalRuntime.Clock;
using LocalRuntime.LocalPages;
using LocalRuntime.ServiceBusEmulator;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.Worker;

/// <summary>The Service Bus of a developer's machine: runs inside the host when the connection string says <c>UseDevelopmentEmulator=true</c>; otherwise there is none.</summary>
/// <remarks>Its queues and topics are those of <c>servicebus.json</c> beside host.json; its messages are kept in the app's storage.</remarks>
sealed class DevelopmentBus(IConfiguration settings, TimeProvider clock, ILoggerFactory loggers) : ITimedWork, ILocalQueues, IAsyncDisposable
{
    public const string Setting = "ServiceBusConnection";
    public const string Sample = "Endpoint=sb://localhost;SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;";

    LocalServiceBus? bus;

    public DateTimeOffset? NextDue => bus?.NextDue;

    public bool IsSettled => bus?.IsSettled ?? true;

    public IReadOnlyList<LocalQueue> Queues => bus?.Queues ?? [];

    public IReadOnlyList<LocalDeadLetter> DeadLetters(int most) => bus?.DeadLetters(most) ?? [];

    /// <summary>Whether somebody receives from the queue; true when the bus is somewhere else.</summary>
    public bool IsListenedTo(string queue) => bus?.IsListenedTo(queue) ?? true;

    /// <summary>Opens it, at the port of the connection string or at any free one, and writes the port into the setting: clients read it later.</summary>
    public async Task StartAsync(CancellationToken cancellation)
    {
        if (settings[Setting] is not { Length: > 0 } text || !text.Contains("UseDevelopmentEmulator=true", StringComparison.OrdinalIgnoreCase))
        {
            return;
        }

        var port = ServiceBusConnectionStringProperties.Parse(text).Endpoint.Port;
        var storage = DevelopmentStorage.Tables(settings) ?? throw new InvalidOperationException($"The setting {DevelopmentStorage.Setting} is missing: the local Service Bus keeps its messages there.");
        var table = storage.GetTableClient($"{DurableTriggers.TaskHub(settings)}Bus");
        bus = await LocalServiceBus.StartAsync(BusFile.Read(), table, clock, TimeProvider.System, Math.Max(port, 0), loggers.ForHost(), cancellation);
        settings[Setting] = bus.ConnectionString;
        loggers.ForHost().BusListens(ServiceBusConnectionStringProperties.Parse(bus.ConnectionString).Endpoint.Port);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref bus, null) is { } opened)
        {
            await opened.DisposeAsync();
        }
    }
}
