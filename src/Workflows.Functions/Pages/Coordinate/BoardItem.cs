using Workflows.Functions.Directory;
using Workflows.Functions.Pages.Cases;
using Workflows.Functions.Referrals;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>A referral on the board.</summary>
/// <param name="Case">The referral.</param>
/// <param name="Concerns">What it asks of the coordinator.</param>
/// <param name="Turn">Who must act now, by name; null when nobody needs to, or what it asks says so.</param>
/// <param name="Since">Since when it stands where it stands.</param>
/// <param name="Action">The command that helps; null where looking at it does.</param>
public sealed record BoardItem(CaseItem Case, IReadOnlyList<ConcernItem> Concerns, string? Turn, DateTimeOffset Since, string? Action)
{
    /// <summary>Whether a worker has it.</summary>
    public bool IsTaken => Case.Status is ReferralStatus.Accepted or ReferralStatus.HandoverPlanned or ReferralStatus.InSupport;

    internal static BoardItem Of(CaseItem item, ListedReferral row, Organisation organisation, BoardView view)
    {
        var concerns = (row.Concerns ?? []).Where(concern => view.Concern is null || concern.Kind == view.Concern).ToList();
        return new(
            item,
            [.. concerns.Select(concern => ConcernItem.Of(concern, organisation))],
            concerns.Count > 0 ? null : row.Turn is { } turn && organisation.Worker(turn) is { } worker ? worker.Name : null,
            row.StatusSince,
            ActionOf(row, concerns is [var first, ..] ? first.Kind : null));
    }

    static string? ActionOf(ListedReferral row, ConcernKind? concern) => concern switch
    {
        ConcernKind.Decision => row.StatusReason == Code.Of(CoordinatorReason.PossibleDuplicate) ? "merge" : "assign",
        ConcernKind.Request => "answer-request",
        ConcernKind.FirstContact or ConcernKind.Silence => "assign",
        ConcernKind.FeedbackUndeliverable or ConcernKind.FeedbackUnseen => "acknowledge-feedback",
        _ => row.Status switch
        {
            ReferralStatus.Offered => "assign",
            ReferralStatus.OnHold => "resume",
            { IsClosed: true } and not ReferralStatus.EnteredInError => "reopen",
            _ => null,
        },
    };
}
