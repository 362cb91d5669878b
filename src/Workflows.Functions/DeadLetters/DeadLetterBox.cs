using Azure.Messaging.ServiceBus;
using Workflows.Functions.Bus;

namespace Workflows.Functions.DeadLetters;

/// <summary>The dead letters of the queues that this app receives from.</summary>
sealed class DeadLetterBox(ServiceBusClient client, Outbox outbox)
{
    const int Most = 100;

    /// <summary>Real time: how long to wait for a further dead letter that is held elsewhere.</summary>
    static readonly TimeSpan Wait = TimeSpan.FromSeconds(1);

    static readonly ServiceBusReceiverOptions Aside = new() { SubQueue = SubQueue.DeadLetter };

    /// <summary>The oldest hundred of each queue.</summary>
    public Task<IReadOnlyList<DeadLetter>> ListAsync(CancellationToken cancellation) => PeekAsync(Most, cancellation);

    /// <summary>Whether there is any.</summary>
    public async Task<bool> AnyAsync(CancellationToken cancellation) => (await PeekAsync(1, cancellation)).Count > 0;

    async Task<IReadOnlyList<DeadLetter>> PeekAsync(int most, CancellationToken cancellation)
    {
        List<DeadLetter> found = [];
        foreach (var queue in Entities.Received)
        {
            await using var receiver = client.CreateReceiver(queue, Aside);
            found.AddRange(from message in await receiver.PeekMessagesAsync(most, fromSequenceNumber: 0, cancellation)
                           select new DeadLetter(queue, message.SequenceNumber, message.EnqueuedTime, message.DeliveryCount, message.DeadLetterReason, message.DeadLetterErrorDescription));
        }

        return found;
    }

    /// <summary>Sends the message to its queue again, then removes the dead letter.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public Task<bool> ResubmitAsync(string queue, long sequenceNumber, CancellationToken cancellation) =>
        TakeAsync(queue, sequenceNumber, message => outbox.ResubmitAsync(queue, message, cancellation), cancellation);

    /// <summary>Removes the dead letter for good.</summary>
    /// <returns>False when there is no such dead letter.</returns>
    public Task<bool> DropAsync(string queue, long sequenceNumber, CancellationToken cancellation) => TakeAsync(queue, sequenceNumber, _ => Task.CompletedTask, cancellation);

    async Task<bool> TakeAsync(string queue, long sequenceNumber, Func<ServiceBusReceivedMessage, Task> first, CancellationToken cancellation)
    {
        if (!Entities.Received.Contains(queue))
        {
            return false;
        }

        await using var receiver = client.CreateReceiver(queue, Aside);
        List<ServiceBusReceivedMessage> others = [];
        try
        {
            // A bus hands messages out in their order and not by their number: what lies before is held until the one is found.
            while (await receiver.ReceiveMessagesAsync(Most, Wait, cancellation) is { Count: > 0 } received)
            {
                others.AddRange(received.Where(message => message.SequenceNumber != sequenceNumber));
                if (received.FirstOrDefault(message => message.SequenceNumber == sequenceNumber) is { } found)
                {
                    await first(found);
                    await receiver.CompleteMessageAsync(found, cancellation);
                    return true;
                }
            }

            return false;
        }
        finally
        {
            await GiveBackAsync(receiver, others);
        }
    }

    /// <summary>What cannot be given back comes back by itself, once its lock has lapsed; that must not hide what became of the one that was asked for.</summary>
    static async Task GiveBackAsync(ServiceBusReceiver receiver, List<ServiceBusReceivedMessage> others)
    {
        try
        {
            foreach (var message in others)
            {
                await receiver.AbandonMessageAsync(message, cancellationToken: CancellationToken.None);
            }
        }
        catch (ServiceBusException)
        {
            // The next ones would meet the same: locks that are lost, or a bus that is away.
        }
    }
}
