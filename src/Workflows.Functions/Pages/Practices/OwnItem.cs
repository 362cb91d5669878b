using Workflows.Functions.Pages.Cases;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Practices;

/// <summary>A referral as its practice sees it in a list.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, in words; null where the status needs no reason.</param>
/// <param name="Organisation">The name of the organisation asked.</param>
/// <param name="ReceivedAt">When it was sent.</param>
/// <param name="Standing">Whose turn it is, and since when.</param>
/// <param name="UnseenSince">Since when feedback waits to be seen; null when none does.</param>
/// <param name="Client">Whom it is about, when that was asked for; null otherwise.</param>
public sealed record OwnItem(
    string Id, ReferralStatus Status, string? Reason, string Organisation, DateTimeOffset ReceivedAt, Standing Standing, DateTimeOffset? UnseenSince, string? Client);

/// <summary>The lists of a practice, as the address names them.</summary>
static class OwnGroup
{
    /// <summary>What has not ended.</summary>
    public const string Open = "lopend";

    /// <summary>What waits for the practice.</summary>
    public const string Turn = "beurt";

    /// <summary>What has ended.</summary>
    public const string Ended = "afgelopen";

    /// <summary>All of them, the one that is shown first at the front.</summary>
    public static IReadOnlyList<string> All { get; } = [Open, Turn, Ended];
}
