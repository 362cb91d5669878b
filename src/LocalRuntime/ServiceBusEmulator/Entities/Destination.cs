using Azure.Data.Tables;
using LocalRuntime.ServiceBusEmulator.Storage;

namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>What can be sent to: a queue, or a topic with its subscriptions. Each of its queues gets every message.</summary>
sealed class Destination(string path, TimeSpan? duplicateWindow, IReadOnlyList<BusQueue> queues, BusServices services)
{
    readonly Lock gate = new();
    readonly Dictionary<string, Seen> seen = [];

    public string Path => path;

    /// <summary>Accepts the messages, all or none; when this returns, a kill does not lose them. Answers the sequence number of each.</summary>
    /// <remarks>A message whose MessageId was seen within the window is accepted and dropped.</remarks>
    public async Task<long[]> SendAsync(IReadOnlyList<SentMessage> sent)
    {
        var accepted = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var sequences = new List<long>();
        var fresh = new List<(SentMessage Message, long Sequence)>();
        var earlier = new List<Task>();
        Task kept;
        lock (gate)
        {
            foreach (var message in sent)
            {
                if (Duplicate(message) is { } first)
                {
                    sequences.Add(first.Sequence);
                    earlier.Add(first.Accepted);
                    continue;
                }

                var sequence = services.NextSequence();
                sequences.Add(sequence);
                fresh.Add((message, sequence));
                Remember(message, new Seen(sequence, services.Machine.GetUtcNow() + (duplicateWindow ?? TimeSpan.Zero), accepted.Task));
            }

            kept = KeepAsync(fresh);
        }

        try
        {
            await kept;
            accepted.SetResult();
        }
        catch (Exception failure)
        {
            Forget(fresh.Select(entry => entry.Message));
            accepted.SetException(failure);
        }

        await Task.WhenAll([accepted.Task, .. earlier]);   // the first of two duplicates must be safe before the second is accepted
        Deliver();
        return [.. sequences];
    }

    public Task CancelScheduledAsync(IReadOnlyList<long> sequences) => Task.WhenAll(queues.Select(queue => queue.CancelScheduledAsync(sequences)));

    /// <summary>Takes in what an earlier run had seen.</summary>
    public void Recall(SeenRow row)
    {
        lock (gate)
        {
            seen[row.MessageId] = new Seen(row.Sequence, row.Until, Task.CompletedTask);
        }
    }

    Task KeepAsync(List<(SentMessage Message, long Sequence)> fresh)
    {
        var now = services.App.GetUtcNow();
        var copies = queues.Select(queue => (Queue: queue, Messages: fresh.ConvertAll(entry => new BusMessage(entry.Sequence, entry.Message.Payload, now, entry.Message.ScheduledAt)))).ToList();
        IEnumerable<TableTransactionAction> changes =
        [
            .. copies.SelectMany(copy => copy.Messages.Select(message => MessageRows.Insert(copy.Queue.Path, message))),
            .. SeenChanges(fresh),
        ];
        return services.Journal.WriteAsync([.. changes], () => copies.ForEach(copy => copy.Queue.Add(copy.Messages)));
    }

    IEnumerable<TableTransactionAction> SeenChanges(List<(SentMessage Message, long Sequence)> fresh)
    {
        if (duplicateWindow is null)
        {
            yield break;
        }

        foreach (var (message, sequence) in fresh.Where(entry => entry.Message.MessageId is not null))
        {
            yield return SeenRow.Keep(new SeenRow(path, message.MessageId!, sequence, seen[message.MessageId!].Until));
        }

        var now = services.Machine.GetUtcNow();
        foreach (var (messageId, _) in seen.Where(entry => entry.Value.Until <= now).Take(10).ToList())
        {
            seen.Remove(messageId);
            yield return SeenRow.Forget(path, messageId);
        }
    }

    Seen? Duplicate(SentMessage message) =>
        duplicateWindow is not null && message.MessageId is { } id && seen.TryGetValue(id, out var first) && first.Until > services.Machine.GetUtcNow() ? first : null;

    void Remember(SentMessage message, Seen now)
    {
        if (duplicateWindow is not null && message.MessageId is { } id)
        {
            seen[id] = now;
        }
    }

    void Forget(IEnumerable<SentMessage> messages)
    {
        lock (gate)
        {
            foreach (var message in messages.Where(message => message.MessageId is not null))
            {
                seen.Remove(message.MessageId!);
            }
        }
    }

    void Deliver()
    {
        foreach (var queue in queues)
        {
            queue.Deliver();
        }
    }

    /// <summary>A MessageId that came by: the first message that had it, and whether that one is safe.</summary>
    sealed record Seen(long Sequence, DateTimeOffset Until, Task Accepted);
}
