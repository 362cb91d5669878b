using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Work;

/// <summary>A referral in a worker's list.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, in words; null where the status needs no reason.</param>
/// <param name="Practice">The name of the practice that refers.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="HandoverAt">The slot agreed or proposed for the handover; null without one.</param>
/// <param name="Next">What the process does next; null when it does nothing.</param>
/// <param name="NextAt">When.</param>
/// <param name="Explanation">Why then, in the reader's language.</param>
/// <param name="Client">Whom it is about, when that was asked for; null otherwise.</param>
public sealed record CaseloadItem(
    string Id, ReferralStatus Status, string? Reason, string Practice, DateTimeOffset ReceivedAt, DateTimeOffset? HandoverAt, DeadlineKind? Next, DateTimeOffset? NextAt, string? Explanation, string? Client);

/// <summary>Referrals of a worker's list that wait for the same.</summary>
/// <param name="Name">The name of the group, as in the address and in the texts.</param>
/// <param name="Items">In the order of their deadlines.</param>
public sealed record CaseloadGroup(string Name, IReadOnlyList<CaseloadItem> Items)
{
    /// <summary>Somebody waits for a yes or a no.</summary>
    public const string Offers = "aanbod";

    /// <summary>It is the worker's turn.</summary>
    public const string Turn = "beurt";

    /// <summary>It waits for a date or for somebody else.</summary>
    public const string Waiting = "wacht";

    /// <summary>All groups, in the order of the page: whose turn comes first.</summary>
    public static IReadOnlyList<string> All { get; } = [Offers, Turn, Waiting];

    /// <summary>The group of a referral in the list of a worker.</summary>
    internal static string Of(ReferralStatus status, string? turn, string worker) =>
        status == ReferralStatus.Offered ? Offers
        : turn == worker ? Turn
        : Waiting;
}
