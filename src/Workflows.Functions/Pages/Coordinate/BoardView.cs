using Workflows.Functions.Referrals;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Coordinate;

/// <summary>One of the lists of the board.</summary>
/// <param name="Name">As in the address and in the texts.</param>
/// <param name="ListOf">The rows that it shows, for an organisation.</param>
/// <param name="Concern">What its referrals have in common that asks for the coordinator; null where it is not that.</param>
sealed record BoardView(string Name, Func<string, string> ListOf, ConcernKind? Concern = null)
{
    /// <summary>All that asks for the coordinator: where the board begins.</summary>
    public static BoardView All { get; } = new("aandacht", ReferralLists.Concerns);

    /// <summary>What waits for a worker.</summary>
    public static BoardView Workers { get; } = new("welzijnscoach", ReferralLists.WorkersTurn);

    /// <summary>What asks for the coordinator, kind by kind, the most pressing first.</summary>
    public static IReadOnlyList<BoardView> Concerns { get; } =
    [
        Of("besluit", ConcernKind.Decision), Of("verzoek", ConcernKind.Request), Of("eerste-contact", ConcernKind.FirstContact), Of("stil", ConcernKind.Silence),
        Of("niet-bezorgd", ConcernKind.FeedbackUndeliverable), Of("niet-gezien", ConcernKind.FeedbackUnseen),
    ];

    /// <summary>The whole organisation: by whose turn it is, what stands still, and what has ended.</summary>
    public static IReadOnlyList<BoardView> Tabs { get; } =
    [
        All, Workers, new("praktijk", ReferralLists.ReferrersTurn), new("pauze", organisation => ReferralLists.OfStatus(organisation, ReferralStatus.OnHold)), new("afgesloten", ReferralLists.Ended),
    ];

    /// <summary>The view of that name; where the board begins for any other.</summary>
    public static BoardView Named(string? name) => Concerns.Concat(Tabs).FirstOrDefault(view => view.Name == name) ?? All;

    static BoardView Of(string name, ConcernKind kind) => new(name, organisation => ReferralLists.Concerns(organisation, kind), kind);
}
