namespace Microsoft.DurableTask;

/// <summary>One page of a listing.</summary>
/// <param name="values">The values of this page.</param>
/// <param name="continuationToken">Where the next page begins; null at the end.</param>
public sealed class Page<T>(IReadOnlyList<T> values, string? continuationToken = null)
    where T : notnull
{
    /// <summary>The values of this page.</summary>
    public IReadOnlyList<T> Values { get; } = values;

    /// <summary>Where the next page begins; null at the end.</summary>
    public string? ContinuationToken { get; } = continuationToken;
}
