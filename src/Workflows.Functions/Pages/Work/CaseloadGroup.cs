using Workflows.Functions.Pages.Cases;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Work;

/// <summary>Referrals of a worker's list that wait for the same.</summary>
/// <param name="Name">The name of the group, as in the address and in the texts.</param>
/// <param name="Items">In the order of their deadlines.</param>
public sealed record CaseloadGroup(string Name, IReadOnlyList<CaseItem> Items)
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
