using LocalRuntime.ServiceBusEmulator.Amqp;
using LocalRuntime.ServiceBusEmulator.Storage;

namespace LocalRuntime.ServiceBusEmulator.Entities;

/// <summary>A queue, a subscription, or the dead letters of one: messages in order, handed to receivers under a lock.</summary>
/// <remarks>Locks run on the machine's time, schedules on the app's. A message is on the shelf only after it is in the journal.</remarks>
sealed class BusQueue : IDisposable
{
    /// <summary>The longest wait of a machine's timer is some seven weeks; a longer one is waited for in parts.</summary>
    static readonly TimeSpan LongestWait = TimeSpan.FromDays(20);

    readonly Lock gate = new();
    readonly ReceiverRing receivers = new();
    readonly MessageShelf shelf;

    /// <summary>Messages of which the journal is told what becomes of them.</summary>
    readonly List<BusMessage> settling = [];
    readonly QueueDescription description;
    readonly BusServices services;
    readonly string rows;
    readonly ITimer lapse;
    readonly ITimer fallDue;
    int deliveriesAsked;

    /// <summary>A queue with dead letters of its own.</summary>
    public BusQueue(string path, QueueDescription description, BusServices services)
        : this(path, path, description, services) =>
        DeadLetters = new BusQueue($"{path}/$deadletterqueue", path, description with { MaxDeliveryCount = int.MaxValue }, services);

    BusQueue(string path, string rows, QueueDescription description, BusServices services)
    {
        Path = path;
        this.rows = rows;
        this.description = description;
        this.services = services;
        shelf = new MessageShelf(services.App, services.Machine, description.LockDuration);
        lapse = services.Machine.CreateTimer(_ => LetLocksLapse(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
        fallDue = services.App.CreateTimer(_ => LetScheduledFallDue(), null, Timeout.InfiniteTimeSpan, Timeout.InfiniteTimeSpan);
    }

    public string Path { get; }

    /// <summary>Where messages go that cannot be handled; null for dead letters themselves.</summary>
    public BusQueue? DeadLetters { get; }

    /// <summary>The moment of the app's time at which the next scheduled message is due; null when none is scheduled.</summary>
    public DateTimeOffset? NextDue
    {
        get { lock (gate) { return shelf.NextDue; } }
    }

    /// <summary>Whether nothing waits for a receiver that is there, and none holds a message.</summary>
    public bool IsSettled
    {
        get { lock (gate) { return settling.Count == 0 && !shelf.IsAnyDue && (receivers.IsEmpty || shelf.Ready + shelf.Held == 0); } }
    }

    /// <summary>Whether somebody is there to receive.</summary>
    public bool HasReceiver
    {
        get { lock (gate) { return !receivers.IsEmpty; } }
    }

    /// <summary>How many messages wait, wait for a later moment, and are held.</summary>
    public (int Ready, int Scheduled, int Held) Counts
    {
        get { lock (gate) { return (shelf.Ready, shelf.Scheduled, shelf.Held); } }
    }

    /// <summary>Takes in messages that are in the journal; <see cref="Deliver"/> hands them on.</summary>
    public void Add(IEnumerable<BusMessage> messages)
    {
        lock (gate)
        {
            foreach (var message in messages)
            {
                shelf.Put(message);
            }

            Arm();
        }
    }

    /// <summary>Takes back messages that are scheduled and not yet due; what is not there is ignored, as the service does.</summary>
    public Task CancelScheduledAsync(IReadOnlyList<long> sequences)
    {
        List<BusMessage> cancelled;
        lock (gate)
        {
            cancelled = shelf.RemoveScheduled(sequences);
        }

        return services.Journal.WriteAsync([.. cancelled.Select(message => MessageRows.Delete(rows, message))]);
    }

    /// <summary>Messages from a sequence number on, held or not, without taking them; also those that are just being settled, which are neither gone yet nor back.</summary>
    public IReadOnlyList<BusMessage> Peek(long from, int most)
    {
        lock (gate)
        {
            return [.. shelf.Peek(from, most).Union(settling.Where(message => message.Sequence >= from)).OrderBy(message => message.Sequence).Take(most)];
        }
    }

    public void Attach(IReceiver receiver)
    {
        lock (gate)
        {
            receivers.Add(receiver);
        }
    }

    /// <summary>The receiver gets no more; what it holds it may still settle until the locks lapse.</summary>
    public void Detach(IReceiver receiver)
    {
        lock (gate)
        {
            receivers.Remove(receiver);
        }
    }

    /// <summary>Extends a lock; answers until when it holds.</summary>
    /// <exception cref="LockLostException">It had lapsed.</exception>
    public DateTimeOffset Renew(Guid lockToken)
    {
        lock (gate)
        {
            return shelf.Renew(lockToken);   // the timer fires too early then, and is set anew
        }
    }

    /// <summary>Does what a receiver decided; when this returns, a kill does not undo it.</summary>
    /// <exception cref="LockLostException">The receiver no longer holds the message.</exception>
    public async Task SettleAsync(Guid lockToken, Settlement settlement)
    {
        BusMessage message;
        lock (gate)
        {
            message = shelf.Remove(lockToken);
            settling.Add(message);
        }

        try
        {
            await SettleAsync(message, settlement);
        }
        catch
        {
            lock (gate)
            {
                shelf.Hold(message);   // as if nothing was said; the lock lapses in time
            }

            throw;
        }
        finally
        {
            lock (gate)
            {
                settling.Remove(message);
                Arm();
            }
        }

        Deliver();
    }

    /// <summary>Hands what is ready to whoever asked, one thread at a time, so that a receiver sees the messages in their order.</summary>
    public void Deliver()
    {
        if (Interlocked.Increment(ref deliveriesAsked) > 1)
        {
            return;   // the thread that delivers now will look again
        }

        int asked;
        do
        {
            asked = Volatile.Read(ref deliveriesAsked);
            DeliverNow();
        }
        while (Interlocked.Add(ref deliveriesAsked, -asked) > 0);
    }

    public void Dispose()
    {
        lapse.Dispose();
        fallDue.Dispose();
    }

    void DeliverNow()
    {
        var unable = new HashSet<IReceiver>();
        while (Take(unable) is var (receiver, message))
        {
            if (!receiver.TrySend(message))
            {
                unable.Add(receiver);
                lock (gate)
                {
                    shelf.Untake(message);
                }
            }
        }
    }

    (IReceiver Receiver, BusMessage Message)? Take(HashSet<IReceiver> unable)
    {
        lock (gate)
        {
            if (shelf.Ready == 0 || receivers.Next(unable) is not { } receiver)
            {
                return null;
            }

            var message = shelf.Take();
            Arm();

            // Counted in the journal before it is handed over, so that a message that kills its receiver is dead-lettered in the end.
            services.Forget(services.Journal.WriteAsync([MessageRows.Count(rows, message)]));
            return (receiver, message);
        }
    }

    Task SettleAsync(BusMessage message, Settlement settlement) => settlement switch
    {
        Settlement.Complete => services.Journal.WriteAsync([MessageRows.Delete(rows, message)]),
        Settlement.Release => ReleaseAsync(message),
        Settlement.Abandon abandon => AbandonAsync(message, abandon.Properties),
        Settlement.DeadLetter deadLetter => DeadLetterAsync(message, deadLetter.Properties),
        _ => throw new NotSupportedException($"{settlement} is not something a queue can do."),
    };

    async Task ReleaseAsync(BusMessage message)
    {
        message.DeliveryCount--;
        await services.Journal.WriteAsync([MessageRows.Count(rows, message)]);
        Add([message]);
    }

    async Task AbandonAsync(BusMessage message, IReadOnlyDictionary<string, object> properties)
    {
        if (message.DeliveryCount >= description.MaxDeliveryCount)
        {
            await DeadLetterAsync(message, new Dictionary<string, object>
            {
                [Settlement.DeadLetter.Reason] = "MaxDeliveryCountExceeded",
                [Settlement.DeadLetter.Description] = $"Message could not be consumed after {description.MaxDeliveryCount} delivery attempts.",
            });
            return;
        }

        if (properties.Count > 0)
        {
            message.Payload = WireMessage.WithProperties(message.Payload, properties);
            await services.Journal.WriteAsync([MessageRows.Move(rows, Path, message)]);
        }

        Add([message]);
    }

    async Task DeadLetterAsync(BusMessage message, IReadOnlyDictionary<string, object> properties)
    {
        message.Payload = WireMessage.WithProperties(message.Payload, properties);
        var target = DeadLetters ?? this;   // a dead letter that is dead-lettered stays where it is, as in the service
        await services.Journal.WriteAsync([MessageRows.Move(rows, target.Path, message)]);
        target.Add([message]);
        target.Deliver();
    }

    void LetLocksLapse()
    {
        List<BusMessage> lapsed;
        lock (gate)
        {
            lapsed = shelf.RemoveLapsed();
            settling.AddRange(lapsed);
            Arm();
        }

        foreach (var message in lapsed)
        {
            services.Forget(LapseAsync(message));
        }
    }

    async Task LapseAsync(BusMessage message)
    {
        try
        {
            await AbandonAsync(message, new Dictionary<string, object>());
        }
        catch
        {
            Add([message]);   // storage does not answer: better delivered once more than lost
            throw;
        }
        finally
        {
            lock (gate)
            {
                settling.Remove(message);
            }

            Deliver();
        }
    }

    void LetScheduledFallDue()
    {
        lock (gate)
        {
            shelf.LetFallDue();
            Arm();
        }

        Deliver();
    }

    /// <summary>Sets both timers to what comes next.</summary>
    void Arm()
    {
        Set(lapse, shelf.NextLapse - services.Machine.GetUtcNow());
        Set(fallDue, shelf.NextDue - services.App.GetUtcNow());

        // Rounded up: timers count whole milliseconds and would otherwise fire before the moment.
        static void Set(ITimer timer, TimeSpan? wait) => timer.Change(
            wait is { } left ? TimeSpan.FromMilliseconds(Math.Ceiling(Math.Clamp(left.TotalMilliseconds, 0, LongestWait.TotalMilliseconds))) : Timeout.InfiniteTimeSpan,
            Timeout.InfiniteTimeSpan);
    }
}
