using System.Security.Cryptography;
using System.Text;
using Azure;
using Azure.Data.Tables;

namespace LocalRuntime.ServiceBusEmulator.Storage;

/// <summary>A MessageId that was sent to a queue or topic, kept until <paramref name="Until"/> (real time), so that duplicates are known after a restart.</summary>
sealed record SeenRow(string Destination, string MessageId, long Sequence, DateTimeOffset Until)
{
    const string Prefix = "seen!";

    public static string Filter => TableClient.CreateQueryFilter($"PartitionKey eq {MessageRows.Partition} and RowKey ge {Prefix} and RowKey lt {Prefix[..^1] + '"'}");

    public static TableTransactionAction Keep(SeenRow row)
    {
        var entity = Key(row.Destination, row.MessageId);
        entity[nameof(Destination)] = row.Destination;
        entity[nameof(MessageId)] = row.MessageId;
        entity[nameof(Sequence)] = row.Sequence;
        entity[nameof(Until)] = row.Until;
        return new(TableTransactionActionType.UpsertReplace, entity);
    }

    public static TableTransactionAction Forget(string destination, string messageId) =>
        new(TableTransactionActionType.Delete, Key(destination, messageId), ETag.All);

    public static SeenRow Read(TableEntity entity) => new(
        entity.GetString(nameof(Destination)),
        entity.GetString(nameof(MessageId)),
        entity.GetInt64(nameof(Sequence))!.Value,
        entity.GetDateTimeOffset(nameof(Until))!.Value);

    /// <summary>A hash, because a sender's id may hold what a key may not.</summary>
    static TableEntity Key(string destination, string messageId) =>
        new(MessageRows.Partition, $"{Prefix}{destination.Replace('/', '!')}!{Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(messageId)))}");
}
