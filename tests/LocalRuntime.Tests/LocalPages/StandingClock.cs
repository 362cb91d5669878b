using LocalRuntime.LocalPages;

namespace LocalRuntime.Tests.LocalPages;

/// <summary>What the host would offer: an app's time that only moves when told, something due in two hours, and one orchestration.</summary>
sealed class StandingClock(DateTimeOffset start) : TimeProvider, ILocalClockControl, ILocalOrchestrations
{
    public DateTimeOffset Now { get; private set; } = start;

    public DateTimeOffset? NextDue { get; } = start.AddHours(2);

    public override DateTimeOffset GetUtcNow() => Now;

    public Task AdvanceAsync(TimeSpan distance, CancellationToken cancellation)
    {
        Now += distance;
        return Task.CompletedTask;
    }

    public Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation) =>
        Task.FromResult<IReadOnlyList<LocalOrchestration>>([new("instance-1", "Parcel", "Running", Now, Now)]);
}
