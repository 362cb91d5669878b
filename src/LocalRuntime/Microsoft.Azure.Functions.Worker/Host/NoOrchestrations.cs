using LocalRuntime.LocalPages;

namespace LocalRuntime.Worker;

/// <summary>What the local pages show for an app without orchestrators.</summary>
sealed class NoOrchestrations : ILocalOrchestrations
{
    public Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation) => Task.FromResult<IReadOnlyList<LocalOrchestration>>([]);

    public Task<LocalHistory?> FindAsync(string instanceId, CancellationToken cancellation) => Task.FromResult<LocalHistory?>(null);
}
