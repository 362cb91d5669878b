using System.Collections.Concurrent;

namespace LocalRuntime.DurableTask.Ownership;

/// <summary>Presence among engines of one process, for tests.</summary>
sealed class InProcessPresence : IPresence
{
    static readonly ConcurrentDictionary<string, TaskCompletionSource> Present = new();
    string? announced;

    public string Announce(string owner)
    {
        Withdraw();
        announced = owner;
        Present[owner] = new(TaskCreationOptions.RunContinuationsAsynchronously);
        return "in this process";
    }

    public Task WaitUntilGoneAsync(string owner, string address, CancellationToken cancellation) =>
        Present.TryGetValue(owner, out var gone) ? gone.Task.WaitAsync(cancellation) : Task.CompletedTask;

    public void Withdraw()
    {
        if (announced is { } owner && Present.TryRemove(owner, out var gone))
        {
            gone.SetResult();
        }

        announced = null;
    }
}
