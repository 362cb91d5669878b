using Azure.Data.Tables;
using Azure.Messaging.ServiceBus;
using LocalRuntime.Clock;
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

    readonly string table;
    readonly AzuriteFixture azurite;
    readonly LocalServiceBus bus;

    TestBus(AzuriteFixture azurite, string table, LocalServiceBus bus, LocalClock app, LocalClock machine)
    {
        this.azurite = azurite;
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

    public DateTimeOffset? NextDue => bus.NextDue;

    public bool IsSettled => bus.IsSettled;

    public static Task<TestBus> StartAsync(AzuriteFixture azurite) => StartAsync(azurite, $"{AzuriteFixture.NewPrefix()}Bus");

    public ServiceBusClient NewClient() => new(bus.ConnectionString, new ServiceBusClientOptions
    {
        RetryOptions = new ServiceBusRetryOptions { TryTimeout = TimeSpan.FromSeconds(20), Delay = TimeSpan.FromMilliseconds(50), MaxDelay = TimeSpan.FromSeconds(1) },
    });

    /// <summary>What a restart finds after a kill: the same table, while this one is never told to stop.</summary>
    public Task<TestBus> KilledAndRestartedAsync() => StartAsync(azurite, table);

    public async ValueTask DisposeAsync()
    {
        await Client.DisposeAsync();
        await bus.DisposeAsync();
    }

    static async Task<TestBus> StartAsync(AzuriteFixture azurite, string table)
    {
        LocalClock app = new(TimeProvider.System, TimeSpan.Zero), machine = new(TimeProvider.System, TimeSpan.Zero);
        var bus = await LocalServiceBus.StartAsync(Description, new TableClient(azurite.ConnectionString, table), app, machine, 0, NullLogger.Instance, default);
        return new TestBus(azurite, table, bus, app, machine);
    }
}
