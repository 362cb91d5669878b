using Microsoft.DurableTask;

namespace LocalRuntime.DurableTask.Orchestrations;

/// <summary>Waiters and early events of one execution, by event name. As in the real SDK the newest waiter of a name is served first.</summary>
sealed class ExternalEvents(DataConverter converter)
{
    readonly Dictionary<string, Stack<Waiter>> waiters = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, Queue<string?>> buffered = new(StringComparer.OrdinalIgnoreCase);

    public bool AreAwaited => waiters.Count > 0;

    public Task<T> Wait<T>(string name, CancellationToken cancellation)
    {
        if (waiters.TryGetValue(name, out var others) && others.Peek().Type != typeof(T))
        {
            throw new ArgumentException(
                $"Event '{name}' is already awaited as {others.Peek().Type.FullName}; it cannot be awaited as {typeof(T).FullName} as well.", nameof(name));
        }

        // Continuations run at once, on the orchestrator's thread: that is what makes their order the same at every replay.
        var arrival = new TaskCompletionSource<T>();
        if (others is null)
        {
            waiters[name] = others = new();
        }

        others.Push(new(typeof(T), value => arrival.TrySetResult((T)value!)));
        if (buffered.TryGetValue(name, out var early))
        {
            var payload = early.Dequeue();
            if (early.Count == 0)
            {
                buffered.Remove(name);
            }

            Raise(name, payload);
        }

        cancellation.Register(() => arrival.TrySetCanceled(cancellation));
        return arrival.Task;
    }

    public void Raise(string name, string? payload)
    {
        if (!waiters.TryGetValue(name, out var waiting))
        {
            if (!buffered.TryGetValue(name, out var early))
            {
                buffered[name] = early = new();
            }

            early.Enqueue(payload);
            return;
        }

        // Read before it is taken: a payload that cannot be read must not cost the waiter.
        var value = converter.Deserialize(payload, waiting.Peek().Type);
        var waiter = waiting.Pop();
        if (waiting.Count == 0)
        {
            waiters.Remove(name);
        }

        waiter.Take(value);
    }

    /// <summary>Takes out every event that nothing waited for.</summary>
    public IEnumerable<(string Name, string? Payload)> TakeBuffered()
    {
        (string, string?)[] all = [.. buffered.SelectMany(events => events.Value.Select(payload => (events.Key, payload)))];
        buffered.Clear();
        return all;
    }

    sealed record Waiter(Type Type, Action<object?> Take);
}
