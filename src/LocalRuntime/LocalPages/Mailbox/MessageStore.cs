using System.Text.Json;
using Azure;
using Azure.Data.Tables;
using LocalRuntime.LocalPages.Storage;

namespace LocalRuntime.LocalPages.Mailbox;

/// <summary>Every message that a provider would have delivered, in the order in which they were accepted.</summary>
sealed class MessageStore(LocalTables tables, TimeProvider clock)
{
    const string Partition = "mailbox";

    readonly ArrivalOrder order = new();

    /// <summary>Keeps the messages of one request, all or none; when this returns, a kill does not lose them.</summary>
    public async Task AddAsync(IEnumerable<MailboxMessage> messages, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        await table.SubmitTransactionAsync(messages.Select(message => new TableTransactionAction(TableTransactionActionType.UpsertReplace, Entity(message))), cancellation);
    }

    /// <summary>Every message with the id of its page, the newest last.</summary>
    public async Task<IReadOnlyList<(string Id, MailboxMessage Message)>> AllAsync(CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var found = new List<(string, MailboxMessage)>();
        await foreach (var entity in table.QueryAsync<TableEntity>($"PartitionKey eq '{Partition}'", cancellationToken: cancellation))
        {
            found.Add((entity.RowKey, Message(entity)));
        }

        return found;
    }

    /// <summary>One message; null when there is none with that id.</summary>
    public async Task<MailboxMessage?> FindAsync(string id, CancellationToken cancellation)
    {
        var table = await TableAsync(cancellation);
        var answer = await table.GetEntityIfExistsAsync<TableEntity>(Partition, id, cancellationToken: cancellation);
        return answer.HasValue ? Message(answer.Value!) : null;
    }

    Task<TableClient> TableAsync(CancellationToken cancellation) => tables.OpenAsync("Mailbox", cancellation);

    TableEntity Entity(MailboxMessage message)
    {
        var entity = new TableEntity(Partition, order.Next(clock.GetUtcNow()))
        {
            [nameof(MailboxMessage.Channel)] = message.Channel,
            [nameof(MailboxMessage.To)] = message.To,
            [nameof(MailboxMessage.Subject)] = message.Subject,
            [nameof(MailboxMessage.SentAt)] = message.SentAt,
            [nameof(MailboxMessage.CustomArguments)] = JsonSerializer.Serialize(message.CustomArguments),
        };
        LongText.Write(entity, nameof(MailboxMessage.Text), message.Text);
        LongText.Write(entity, nameof(MailboxMessage.Html), message.Html);
        return entity;
    }

    static MailboxMessage Message(TableEntity entity) => new(
        entity.GetString(nameof(MailboxMessage.Channel)),
        entity.GetString(nameof(MailboxMessage.To)),
        entity.GetString(nameof(MailboxMessage.Subject)),
        LongText.Read(entity, nameof(MailboxMessage.Text)),
        LongText.Read(entity, nameof(MailboxMessage.Html)),
        entity.GetDateTimeOffset(nameof(MailboxMessage.SentAt))!.Value)
    {
        CustomArguments = JsonSerializer.Deserialize<Dictionary<string, string>>(entity.GetString(nameof(MailboxMessage.CustomArguments)))!,
    };
}
