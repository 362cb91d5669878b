using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using LocalRuntime.Clock;
using LocalRuntime.LocalPages;
using LocalRuntime.ServiceBusEmulator;
using LocalRuntime.Tests.Azurite;
using Microsoft.Extensions.Logging.Abstractions;

namespace LocalRuntime.Tests.ServiceBusEmulator;

/// <summary>A namespace with a queue, a queue that detects duplicates and a topic, driven by the official client; both its clocks can be moved.</summary>
sealed class TestBus : IAsyncDisposable
{
    public const string Queue = "intake";
    public const string Deduplicating = "notifications";
    public const string Topic = "events";

    static readonly BusDescription Description = new(
        [new(Queue) { MaxDeliveryCount = 3 }, new(Deduplicating) { DuplicateWindow = TimeSpan.FromMinutes(10) }],
        [new(Topic, [new("audit"), new("mirror")])]);

    readonly TableClient table;
    readonly LocalServiceBus bus;

    TestBus(TableClient table, LocalServiceBus bus, LocalClock app, LocalClock machine)
    {
        this.table = table;
        this.bus = bus;
        App = app;
        Machine = machine;
        Client = NewClient();
    }

    /// <summary>The app's time, which schedules follow.</summary>
    public LocalClock App { get; }

    /// <summary>Real time, which locks follow.</summary>
    public LocalClock Machine { get; }

    public ServiceBusClient Client { get; }

    public int Port => ServiceBusConnectionStringProperties.Parse(bus.ConnectionString).Endpoint.Port;

    public DateTimeOffset? NextDue => bus.NextDue;

    public ILocalQueues Page => bus;

    public bool IsSettled => bus.IsSettled;

    public static Task<TestBus> StartAsync(AzuriteFixture azurite) => StartAsync(Table(azurite.ConnectionString));

    /// <summary>On storage that is reached through another port.</summary>
    public static Task<TestBus> StartAsync(AzuriteFixture azurite, int storagePort) =>
        StartAsync(Table(azurite.ConnectionString.Replace($":{StoragePort(azurite)}/", $":{storagePort}/", StringComparison.Ordinal)));

    /// <summary>A client with a connection of its own, through another port when there is something in between.</summary>
    public ServiceBusClient NewClient(int? port = null) => new(port is null ? bus.ConnectionString : bus.ConnectionString.Replace($":{Port};", $":{port};", StringComparison.Ordinal), new ServiceBusClientOptions
    {
        RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(20), Delay = TimeSpan.FromMilliseconds(50), MaxDelay = TimeSpan.FromSeconds(1) },
    });

    /// <summary>What a restart finds after a kill: the same table, while this one is never told to stop.</summary>
    public Task<TestBus> KilledAndRestartedAsync() => StartAsync(table);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await bus.DisposeAsync();
    }

    public static int StoragePort(AzuriteFixture azurite) => new TableServiceClient(azurite.ConnectionString).Uri.Port;

    static TableClient Table(string connection) => new(connection, $"{AzuriteFixture.NewPrefix()}Bus");

    static async Task<TestBus> StartAsync(TableClient table)
    {
        LocalClock app = new(TimeProvider.System, TimeSpan.Zero), machine = new(TimeProvider.System, TimeSpan.Zero);
        var bus = await LocalServiceBus.StartAsync(Description, table, app, machine, 0, NullLogger.Instance, default);
        return new TestBus(table, bus, app, machine);
    }
}
