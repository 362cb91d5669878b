using System.Runtime.CompilerServices;
using LocalRuntime.DurableTask.Engine;
using LocalRuntime.DurableTask.Instances;
using Microsoft.DurableTask;
using Microsoft.DurableTask.Client;

namespace LocalRuntime.DurableTask.Client;

/// <summary>A listing of instances: the unfinished ones, by id, then the ended ones, by id. Its tokens say which list, and from which id on.</summary>
sealed class InstanceListing(DurableEngineOptions options, Func<CancellationToken, Task<TaskHub>> hub, OrchestrationQuery query) : AsyncPageable<OrchestrationMetadata>
{
    public override IAsyncEnumerable<Page<OrchestrationMetadata>> AsPages(string? continuationToken = default, int? pageSizeHint = default) =>
        PagesAsync(continuationToken ?? query.ContinuationToken, pageSizeHint ?? query.PageSize);

    async IAsyncEnumerable<Page<OrchestrationMetadata>> PagesAsync(string? token, int size, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(size);
        List<OrchestrationMetadata> page = [];
        await foreach (var (state, here) in StatesAsync(token, cancellation))
        {
            if (page.Count == size)
            {
                yield return new(page, here);
                page = [];
            }

            page.Add(state.ToMetadata(options.DataConverter, query.FetchInputsAndOutputs));
        }

        yield return new(page);
    }

    async IAsyncEnumerable<(InstanceState State, string Token)> StatesAsync(string? token, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var there = await hub(cancellation);
        var active = await there.ActiveAsync(cancellation);
        var from = token ?? InstanceRows.Active;
        if (from.StartsWith(InstanceRows.Active, StringComparison.Ordinal))
        {
            foreach (var state in active.Where(state => string.CompareOrdinal(InstanceRows.ActiveKey(state.Id), from) >= 0 && IsWanted(state)))
            {
                yield return (state, InstanceRows.ActiveKey(state.Id));
            }

            from = InstanceRows.Ended + query.InstanceIdPrefix;
        }

        var replaced = active.Select(state => state.Id).ToHashSet();
        await foreach (var state in there.EndedAsync(from, cancellation))
        {
            if (IsWanted(state) && !replaced.Contains(state.Id))
            {
                yield return (state, InstanceRows.EndedKey(state.Id));
            }
        }
    }

    bool IsWanted(InstanceState state) =>
        (query.CreatedFrom is null || state.CreatedAt >= query.CreatedFrom)
        && (query.CreatedTo is null || state.CreatedAt <= query.CreatedTo)
        && (query.Statuses is null || !query.Statuses.Any() || query.Statuses.Contains(state.Status))
        && (query.TaskHubNames is null || !query.TaskHubNames.Any() || query.TaskHubNames.Contains(options.TaskHubName, StringComparer.OrdinalIgnoreCase))
        && (query.InstanceIdPrefix is null || state.Id.StartsWith(query.InstanceIdPrefix, StringComparison.Ordinal));
}
