using System.Net;
using System.Net.Sockets;
using Azure.Data.Tables;
using LocalRuntime.Clock;
using LocalRuntime.LocalPages;
using LocalRuntime.ServiceBusEmulator.Amqp;
using LocalRuntime.ServiceBusEmulator.Entities;
using LocalRuntime.ServiceBusEmulator.Storage;
using Microsoft.Extensions.Logging;

namespace LocalRuntime.ServiceBusEmulator;

/// <summary>
/// A Service Bus namespace on this machine, for the official client: queues and topics with peek-lock, dead letters, schedules and
/// duplicate detection, kept in a table, so that a kill loses no message that was accepted.
/// </summary>
/// <remarks>Not here, because the app does not use it: sessions, transactions, deferral, time to live, filters of subscriptions, deletion on receipt.</remarks>
sealed class LocalServiceBus : IAsyncDisposable, ITimedWork, ILocalQueues
{
    readonly BusNamespace entities;
    readonly Journal journal;
    readonly AmqpDoor door;

    LocalServiceBus(BusNamespace entities, Journal journal, TimeProvider app, int port, ILogger log)
    {
        this.entities = entities;
        this.journal = journal;
        door = new AmqpDoor(entities, app, port, log);
        ConnectionString = $"Endpoint=sb://127.0.0.1:{port};SharedAccessKeyName=local;SharedAccessKey=local;UseDevelopmentEmulator=true;";
    }

    /// <summary>What the official client connects with.</summary>
    public string ConnectionString { get; }

    /// <inheritdoc/>
    public DateTimeOffset? NextDue => entities.Queues.Min(queue => queue.NextDue);

    /// <inheritdoc/>
    public bool IsSettled => entities.Queues.All(queue => queue.IsSettled);

    /// <inheritdoc/>
    public IReadOnlyList<LocalQueue> Queues => [.. entities.Queues.Where(queue => queue.DeadLetters is not null).Select(queue =>
    {
        var (ready, scheduled, held) = queue.Counts;
        return new LocalQueue(queue.Path, ready, scheduled, held, queue.DeadLetters!.Counts.Ready + queue.DeadLetters.Counts.Held);
    })];

    /// <inheritdoc/>
    public IReadOnlyList<LocalDeadLetter> DeadLetters(int most) => [.. entities.Queues.Where(queue => queue.DeadLetters is not null)
        .SelectMany(queue => queue.DeadLetters!.Peek(0, most).Select(message => WireMessage.DeadLetter(queue.Path, message)))];

    /// <summary>Whether somebody receives from the queue.</summary>
    public bool IsListenedTo(string queue) => entities.Queue(queue) is { HasReceiver: true };

    /// <summary>Opens the namespace with what it held before.</summary>
    /// <param name="description">Its queues and topics.</param>
    /// <param name="table">Where it is kept; made when it does not exist.</param>
    /// <param name="app">The app's time: of schedules.</param>
    /// <param name="machine">Real time: of locks and of the detection of duplicates.</param>
    /// <param name="port">The port on loopback; 0 for any that is free.</param>
    /// <param name="log">Told what nobody waits for.</param>
    /// <param name="cancellation">Gives up opening.</param>
    public static async Task<LocalServiceBus> StartAsync(
        BusDescription description, TableClient table, TimeProvider app, TimeProvider machine, int port, ILogger log, CancellationToken cancellation)
    {
        var journal = new Journal(table);
        var entities = await BusNamespace.OpenAsync(description, table, new BusServices(journal, app, machine, log), cancellation);
        return new LocalServiceBus(entities, journal, app, port == 0 ? FreePort() : port, log);
    }

    public async ValueTask DisposeAsync()
    {
        door.Dispose();
        entities.Dispose();
        await journal.DisposeAsync();
    }

    static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
