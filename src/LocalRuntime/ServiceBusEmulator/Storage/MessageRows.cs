using System.Globalization;
using Azure;
using Azure.Data.Tables;
using LocalRuntime.ServiceBusEmulator.Entities;

namespace LocalRuntime.ServiceBusEmulator.Storage;

/// <summary>Messages as rows: one per message and queue, which stays the same row when the message is dead-lettered.</summary>
static class MessageRows
{
    /// <summary>One partition for the namespace, so that a message reaches all subscriptions of a topic in one transaction.</summary>
    public const string Partition = "bus";

    const string Prefix = "message!";
    const string Queue = nameof(Queue);
    const string Body = nameof(Body);

    /// <summary>A binary property holds 64 KiB.</summary>
    const int BytesPerProperty = 60_000;

    /// <summary>No message has the key of another one, so that the same insert may come twice when an answer of storage was lost.</summary>
    public static TableTransactionAction Insert(string queue, BusMessage message) => new(TableTransactionActionType.UpsertReplace, Entity(queue, queue, message));

    /// <summary>The message moves to the dead letters of <paramref name="queue"/>, whose path is <paramref name="deadLetters"/>.</summary>
    public static TableTransactionAction Move(string queue, string deadLetters, BusMessage message) =>
        new(TableTransactionActionType.UpdateReplace, Entity(queue, deadLetters, message), ETag.All);

    public static TableTransactionAction Delete(string queue, BusMessage message) => new(TableTransactionActionType.Delete, Key(queue, message.Sequence), ETag.All);

    public static TableTransactionAction Count(string queue, BusMessage message)
    {
        var entity = Key(queue, message.Sequence);
        entity[nameof(BusMessage.DeliveryCount)] = message.DeliveryCount;
        return new(TableTransactionActionType.UpdateMerge, entity, ETag.All);
    }

    public static string Filter => TableClient.CreateQueryFilter($"PartitionKey eq {Partition} and RowKey ge {Prefix} and RowKey lt {Prefix[..^1] + '"'}");

    /// <summary>The queue whose row this is and the message in it.</summary>
    public static (string Queue, BusMessage Message) Read(TableEntity entity)
    {
        var message = new BusMessage(
            entity.GetInt64(nameof(BusMessage.Sequence))!.Value,
            [.. Parts(entity).SelectMany(part => part)],
            entity.GetDateTimeOffset(nameof(BusMessage.EnqueuedAt))!.Value,
            entity.GetDateTimeOffset(nameof(BusMessage.ScheduledAt)))
        {
            DeliveryCount = entity.GetInt32(nameof(BusMessage.DeliveryCount))!.Value,
        };
        return (entity.GetString(Queue), message);
    }

    /// <summary>About how much room an entity takes in a transaction.</summary>
    public static int Bytes(ITableEntity entity) => 1_000 + (entity is TableEntity columns ? columns.Select(column => column.Value).OfType<byte[]>().Sum(part => part.Length) : 0);

    static TableEntity Entity(string queue, string now, BusMessage message)
    {
        var entity = Key(queue, message.Sequence);
        entity[Queue] = now;
        entity[nameof(BusMessage.Sequence)] = message.Sequence;
        entity[nameof(BusMessage.EnqueuedAt)] = message.EnqueuedAt;
        entity[nameof(BusMessage.ScheduledAt)] = message.ScheduledAt;
        entity[nameof(BusMessage.DeliveryCount)] = message.DeliveryCount;
        foreach (var (index, part) in message.Payload.Chunk(BytesPerProperty).Index())
        {
            entity[$"{Body}{index}"] = part;
        }

        return entity;
    }

    static TableEntity Key(string queue, long sequence) =>
        new(Partition, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{queue.Replace('/', '!')}!{sequence:D19}"));

    static IEnumerable<byte[]> Parts(TableEntity entity)
    {
        for (var index = 0; entity.GetBinary($"{Body}{index}") is { } part; index++)
        {
            yield return part;
        }
    }
}
