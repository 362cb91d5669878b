using LocalRuntime.LocalPages;

namespace LocalRuntime.Tests.LocalPages;

/// <summary>What the host would offer: an app's time that only moves when told, something due in two hours, one orchestration and one queue.</summary>
sealed class StandingClock(DateTimeOffset start) : TimeProvider, ILocalClockControl, ILocalOrchestrations, ILocalQueues
{
    public DateTimeOffset Now { get; private set; } = start;

    public DateTimeOffset? NextDeadline { get; } = start.AddHours(2);

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

    public async Task<LocalHistory?> FindAsync(string instanceId, CancellationToken cancellation) =>
        (await LatestAsync(1, cancellation)).FirstOrDefault(instance => instance.InstanceId == instanceId) is not { } parcel ? null : new(
            parcel, """{"at":"the depot"}""", null, Now.AddHours(2), 0,
            [
                new(Now, [new("starts", Data: "\"<b>fragile</b>\"")], [new("calls", "Weigh"), new("sets a timer for") { Moment = Now.AddHours(2) }]),
                new(Now, [new("failure of", "Weigh", "no scales") { IsFailure = true }], [new("starts", "Return") { Instance = "instance-2" }]),
            ]);
}
