using Azure.Data.Tables;
using LocalRuntime.ServiceBusEmulator.Storage;

namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>The queues, topics and subscriptions of a description, with what an earlier run left in them.</summary>
sealed class BusNamespace : IDisposable
{
    /// <summary>How many sequence numbers one run may give out.</summary>
    const long SequencesPerRun = 1_000_000_000;

    readonly Dictionary<string, Destination> destinations;
    readonly Dictionary<string, BusQueue> queues;
    readonly BusServices services;

    BusNamespace(BusDescription description, BusServices services)
    {
        this.services = services;
        var made = description.Queues.Select(queue => (Queue: new BusQueue(Path(queue.Name), queue, services), queue.DuplicateWindow)).ToList();
        var topics = description.Topics.Select(topic => (Topic: topic, Subscriptions: topic.Subscriptions.Select(subscription => new BusQueue($"{Path(topic.Name)}/subscriptions/{Path(subscription.Name)}", subscription, services)).ToList())).ToList();

        destinations = made.Select(entry => new Destination(entry.Queue.Path, entry.DuplicateWindow, [entry.Queue], services))
            .Concat(topics.Select(entry => new Destination(Path(entry.Topic.Name), entry.Topic.DuplicateWindow, entry.Subscriptions, services)))
            .ToDictionary(destination => destination.Path);
        queues = made.Select(entry => entry.Queue).Concat(topics.SelectMany(entry => entry.Subscriptions))
            .SelectMany(queue => (BusQueue[])[queue, queue.DeadLetters!])
            .ToDictionary(queue => queue.Path);
    }

    public IEnumerable<BusQueue> Queues => queues.Values;

    public static async Task<BusNamespace> OpenAsync(BusDescription description, TableClient table, BusServices services, CancellationToken cancellation)
    {
        await table.CreateIfNotExistsAsync(cancellation);
        var opened = new BusNamespace(description, services);
        await opened.RecallAsync(table, cancellation);
        return opened;
    }

    /// <summary>Where a sender's address leads; null when there is nothing.</summary>
    public Destination? Destination(string address) => destinations.GetValueOrDefault(Path(address));

    /// <summary>Where a receiver's address leads; null when there is nothing.</summary>
    public BusQueue? Queue(string address) => queues.GetValueOrDefault(Path(address));

    public void Dispose()
    {
        foreach (var queue in queues.Values)
        {
            queue.Dispose();
        }
    }

    /// <summary>The one spelling of an address: the client puts a slash before it, and the service does not look at case.</summary>
    static string Path(string address) => address.Trim('/').ToLowerInvariant();

    async Task RecallAsync(TableClient table, CancellationToken cancellation)
    {
        await foreach (var entity in table.QueryAsync<TableEntity>(MessageRows.Filter, cancellationToken: cancellation))
        {
            var (queue, message) = MessageRows.Read(entity);
            Queue(queue)?.Add([message]);   // a queue that is no longer described keeps its rows
        }

        await foreach (var entity in table.QueryAsync<TableEntity>(SeenRow.Filter, cancellationToken: cancellation))
        {
            var row = SeenRow.Read(entity);
            Destination(row.Destination)?.Recall(row);
        }

        await StartSequenceAsync(table, cancellation);
    }

    async Task StartSequenceAsync(TableClient table, CancellationToken cancellation)
    {
        const string Run = nameof(Run);
        var known = await table.GetEntityIfExistsAsync<TableEntity>(MessageRows.Partition, "sequence", cancellationToken: cancellation);
        var run = known.HasValue ? known.Value!.GetInt64(Run)!.Value + 1 : 0;
        await table.UpsertEntityAsync(new TableEntity(MessageRows.Partition, "sequence") { [Run] = run }, TableUpdateMode.Replace, cancellation);
        services.StartSequenceAt(run * SequencesPerRun);
    }
}
