namespace LocalRuntime.LocalPages;

/// <summary>What the local pages show of the durable engine; the host registers it. Times are the app's.</summary>
interface ILocalOrchestrations
{
    /// <summary>The orchestrations that were updated last, the newest first, at most <paramref name="most"/>.</summary>
    Task<IReadOnlyList<LocalOrchestration>> LatestAsync(int most, CancellationToken cancellation);

    /// <summary>What one of them went through; null when there is none of that id.</summary>
    Task<LocalHistory?> FindAsync(string instanceId, CancellationToken cancellation);
}

/// <summary>One orchestration in a list.</summary>
sealed record LocalOrchestration(string InstanceId, string Name, string Status, DateTimeOffset CreatedAt, DateTimeOffset UpdatedAt);

/// <summary>One orchestration and its history.</summary>
/// <param name="Instance">As it stands in a list.</param>
/// <param name="CustomStatus">What it tells of itself, as JSON; null when it tells nothing.</param>
/// <param name="Failure">Why it failed; null when it did not.</param>
/// <param name="GoesOnAt">When it goes on by itself; null when it does not.</param>
/// <param name="Renewals">How often it continued as new; its history begins at the last time.</param>
/// <param name="Turns">Its turns, the oldest first.</param>
sealed record LocalHistory(LocalOrchestration Instance, string? CustomStatus, string? Failure, DateTimeOffset? GoesOnAt, int Renewals, IReadOnlyList<LocalTurn> Turns);

/// <summary>One turn of an orchestrator: what arrived together, and what the code then did.</summary>
sealed record LocalTurn(DateTimeOffset At, IReadOnlyList<LocalMove> Arrived, IReadOnlyList<LocalMove> Did);

/// <summary>One thing that arrived or was done.</summary>
/// <param name="What">In words, such as <c>calls</c>.</param>
/// <param name="Name">Of the activity, event or orchestration; null when there is none.</param>
/// <param name="Data">What it brought along, mostly JSON; null when nothing.</param>
sealed record LocalMove(string What, string? Name = null, string? Data = null)
{
    /// <summary>The other instance that it is about; null when none is.</summary>
    public string? Instance { get; init; }

    /// <summary>The moment that it is about; null when none is.</summary>
    public DateTimeOffset? Moment { get; init; }

    public bool IsFailure { get; init; }
}
