namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>The messages of a queue in memory: ready in their order, scheduled for later, or held under a lock.</summary>
/// <remarks>Not thread-safe: its queue guards it.</remarks>
sealed class MessageShelf(TimeProvider app, TimeProvider machine, TimeSpan lockDuration)
{
    readonly SortedDictionary<long, BusMessage> ready = [];
    readonly SortedDictionary<(DateTimeOffset At, long Sequence), BusMessage> scheduled = [];
    readonly Dictionary<Guid, BusMessage> held = [];

    public int Ready => ready.Count;

    public int Scheduled => scheduled.Count;

    public int Held => held.Count;

    /// <summary>When the next scheduled message is due, in the app's time; null when none is scheduled.</summary>
    public DateTimeOffset? NextDue => scheduled.Count == 0 ? null : scheduled.First().Key.At;

    /// <summary>When the next lock lapses, in real time; null when nothing is held.</summary>
    public DateTimeOffset? NextLapse => held.Count == 0 ? null : held.Values.Min(message => message.LockedUntil);

    public bool IsAnyDue => NextDue <= app.GetUtcNow();

    public void Put(BusMessage message)
    {
        if (message.ScheduledAt is { } at && at > app.GetUtcNow())
        {
            scheduled.Add((at, message.Sequence), message);
        }
        else
        {
            ready.Add(message.Sequence, message);
        }
    }

    /// <summary>The first ready message, from now on held under a new lock and counted as delivered.</summary>
    public BusMessage Take()
    {
        var message = ready.First().Value;
        ready.Remove(message.Sequence);
        message.LockToken = Guid.NewGuid();
        message.LockedUntil = machine.GetUtcNow() + lockDuration;
        message.DeliveryCount++;
        held.Add(message.LockToken, message);
        return message;
    }

    /// <summary>Undoes <see cref="Take"/>.</summary>
    public void Untake(BusMessage message)
    {
        held.Remove(message.LockToken);
        message.DeliveryCount--;
        ready.Add(message.Sequence, message);
    }

    /// <summary>Extends a lock; answers until when it holds.</summary>
    /// <exception cref="LockLostException">It had lapsed.</exception>
    public DateTimeOffset Renew(Guid lockToken) => Under(lockToken).LockedUntil = machine.GetUtcNow() + lockDuration;

    /// <summary>Takes a held message off the shelf.</summary>
    /// <exception cref="LockLostException">Its lock has lapsed.</exception>
    public BusMessage Remove(Guid lockToken)
    {
        var message = Under(lockToken);
        held.Remove(lockToken);
        return message;
    }

    /// <summary>Undoes <see cref="Remove"/>.</summary>
    public void Hold(BusMessage message) => held.Add(message.LockToken, message);

    /// <summary>Takes the messages off the shelf whose locks have lapsed.</summary>
    public List<BusMessage> RemoveLapsed()
    {
        var now = machine.GetUtcNow();
        List<BusMessage> lapsed = [.. held.Values.Where(message => message.LockedUntil <= now)];
        lapsed.ForEach(message => held.Remove(message.LockToken));
        return lapsed;
    }

    /// <summary>Makes ready what was scheduled for a moment that has come.</summary>
    public void LetFallDue()
    {
        while (IsAnyDue)
        {
            var (key, message) = scheduled.First();
            scheduled.Remove(key);
            ready.Add(message.Sequence, message);
        }
    }

    /// <summary>Takes scheduled messages off the shelf; what is not there is ignored.</summary>
    public List<BusMessage> RemoveScheduled(IReadOnlyList<long> sequences)
    {
        List<BusMessage> removed = [.. scheduled.Values.Where(message => sequences.Contains(message.Sequence))];
        removed.ForEach(message => scheduled.Remove((message.ScheduledAt!.Value, message.Sequence)));
        return removed;
    }

    public IReadOnlyList<BusMessage> Peek(long from, int most) =>
        [.. ready.Values.Concat(scheduled.Values).Concat(held.Values).Where(message => message.Sequence >= from).OrderBy(message => message.Sequence).Take(most)];

    BusMessage Under(Guid lockToken) =>
        held.TryGetValue(lockToken, out var message) && message.LockedUntil > machine.GetUtcNow() ? message : throw new LockLostException();
}
