namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>The receivers that are attached to a queue, served in turn.</summary>
/// <remarks>Not thread-safe: its queue guards it.</remarks>
sealed class ReceiverRing
{
    readonly List<IReceiver> receivers = [];
    int turn;

    public bool IsEmpty => receivers.Count == 0;

    public void Add(IReceiver receiver) => receivers.Add(receiver);

    public void Remove(IReceiver receiver) => receivers.Remove(receiver);

    /// <summary>The next one that asked for a message and is not <paramref name="unable"/>; null when there is none.</summary>
    public IReceiver? Next(HashSet<IReceiver> unable)
    {
        for (var step = 1; step <= receivers.Count; step++)
        {
            var candidate = (turn + step) % receivers.Count;
            if (receivers[candidate].HasCredit && !unable.Contains(receivers[candidate]))
            {
                turn = candidate;
                return receivers[candidate];
            }
        }

        return null;
    }
}
