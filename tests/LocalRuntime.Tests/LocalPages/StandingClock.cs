using LocalRuntime.LocalPages;

namespace LocalRuntime.Tests.LocalPages;

/// <summary>What the host would offer: an app's time that only moves when told, something due in two hours, one orchestration and one queue.</summary>
sealed class StandingClock(DateTimeOffset start) : TimeProvider, ILocalClockControl, ILocalOrchestrations, ILocalQueues
{
    public DateTimeOffset Now { get; private set; } = start;

    public DateTimeOffset? NextDue { get; } = start.AddHours(2);

    public IReadOnlyList<LocalQueue> Queues => [new("parcels", 1, 2, 3, 4)];

    public IReadOnlyList<LocalDeadLetter> DeadLetters(int most) => [new("parcels", "message-1", Now, 10, "TooHeavy", "<b>above 30 kg</b>")];

    public override DateTimeOffset GetUtcNow() => Now;

    public Task AdvanceAsync(TimeSpan distance, CancellationToken cancellation)
    {
        Now += distance;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LocalOrchestration>>([new("instance-1", "Parcel", "Running", Now, Now)]);
}
