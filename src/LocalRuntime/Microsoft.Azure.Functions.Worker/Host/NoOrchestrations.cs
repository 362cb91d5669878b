using LocalRuntime.LocalPages;

namespace LocalRuntime.Worker;

/// <summary>What the local page shows for an app without orchestrators.</summary>
sealed class NoOrchestrations : ILocalOrchestrations
{
    public Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LocalOrchestration>>([]);
}
