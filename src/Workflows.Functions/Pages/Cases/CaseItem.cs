using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>A referral in a list.</summary>
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
public sealed record CaseItem(
    string Id, ReferralStatus Status, string? Reason, string Practice, DateTimeOffset ReceivedAt, DateTimeOffset? HandoverAt, DeadlineKind? Next, DateTimeOffset? NextAt, string? Explanation, string? Client);
