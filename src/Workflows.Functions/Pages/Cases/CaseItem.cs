using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Pages.Cases;

/// <summary>A referral in a list.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Reason">Why, in words; null where the status needs no reason.</param>
/// <param name="Practice">The name of the practice that refers.</param>
/// <param name="ReceivedAt">When it came.</param>
/// <param name="HandoverAt">The slot agreed for the handover, or proposed and still to come; null without one.</param>
/// <param name="Next">By when somebody has to act, or else what the process does next; null when neither is so.</param>
/// <param name="Client">Whom it is about, when that was asked for; null otherwise.</param>
public sealed record CaseItem(
    string Id, ReferralStatus Status, string? Reason, string Practice, DateTimeOffset ReceivedAt, DateTimeOffset? HandoverAt, DeadlineItem? Next, string? Client);
