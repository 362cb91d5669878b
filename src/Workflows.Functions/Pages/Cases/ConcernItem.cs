using Workflows.Functions.Directory;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Pages.Cases;

/// <summary>What a referral asks of a coordinator.</summary>
/// <param name="Kind">What.</param>
/// <param name="Since">Since when.</param>
/// <param name="Worker">The worker who must act, by name; null when that is the coordinator.</param>
/// <param name="Phone">The worker's number, E.164; null without one.</param>
public sealed record ConcernItem(ConcernKind Kind, DateTimeOffset Since, string? Worker, string? Phone)
{
    internal static ConcernItem Of(Concern concern, Organisation? organisation)
    {
        var isWorkers = concern.Kind is ConcernKind.FirstContact or ConcernKind.Silence;
        var worker = isWorkers ? organisation?.Worker(concern.Who) : null;
        return new(concern.Kind, concern.Since, isWorkers ? worker?.Name ?? concern.Who : null, worker?.Phone);
    }
}
