namespace LocalRuntime.LocalPages;

/// <summary>What the local page shows of the durable engine; the host registers it.</summary>
interface ILocalOrchestrations
{
    /// <summary>The orchestrations that were updated last, the newest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation);
}

/// <summary>One orchestration in the list of the local page; times are the app's.</summary>
sealed record LocalOrchestration(string InstanceId, string Name, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);
