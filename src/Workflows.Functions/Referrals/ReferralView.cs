using Workflows.Functions.Problems;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Process;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Referrals;

/// <summary>A referral as <c>GET /api/referrals/{id}</c> shows it.</summary>
/// <param name="Id">The referral's id.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="StatusReason">The coded reason of the status; null where it needs none.</param>
/// <param name="StatusSince">Since when.</param>
/// <param name="ReceivedAt">When this cycle began.</param>
/// <param name="Reference">The sender's own number; null without one, or for who may not see it.</param>
/// <param name="Organisation">The organisation asked.</param>
/// <param name="Practice">AGB code of the practice that refers.</param>
/// <param name="Worker">Who has it, or is asked; null when nobody is.</param>
/// <param name="Pathway">The pathway version, such as <c>default/1</c>.</param>
/// <param name="DuplicateOf">The open referral that seems to be about the same client, for <c>merge</c>; null without one, and for all but a coordinator.</param>
/// <param name="Turn">Who must act now; null when nobody needs to.</param>
/// <param name="OpenDeadlines">When the process acts by itself, earliest first, and why then.</param>
/// <param name="ProposedSlot">The free slot of the consultation hour that was proposed; null without one.</param>
/// <param name="HandoverAt">The date of the warm handover; null when none is planned.</param>
/// <param name="Feedback">What the GP was told, and whether it was seen.</param>
sealed record ReferralView(
    string Id,
    ReferralStatus Status,
    string? StatusReason,
    DateTimeOffset StatusSince,
    DateTimeOffset ReceivedAt,
    string? Reference,
    string Organisation,
    string Practice,
    string? Worker,
    string Pathway,
    string? DuplicateOf,
    string? Turn,
    IReadOnlyList<DeadlineView> OpenDeadlines,
    DateTimeOffset? ProposedSlot,
    DateTimeOffset? HandoverAt,
    IReadOnlyList<FeedbackView> Feedback)
{
    public static ReferralView Of(Referral referral, Role reader, string? reference, Language language) => new(
        referral.Id,
        referral.Status,
        referral.StatusReason,
        referral.StatusSince,
        referral.ReceivedAt,
        reference,
        referral.Organisation,
        referral.Practice,
        referral.Worker ?? referral.Offer.Worker,
        referral.Pathway.VersionLabel,
        reader is Role.Coordinator && !referral.Status.IsClosed ? referral.Offer.DuplicateOf : null,
        referral.WhoseTurn,
        [.. referral.OpenDeadlines.Where(deadline => deadline.Kind is not DeadlineKind.DeferredMessage).Select(deadline => DeadlineView.Of(deadline, language))],
        referral.Handover.ProposedSlot,
        referral.Handover.At,
        [.. referral.Feedback.Select(FeedbackView.Of)]);
}

/// <summary>A moment at which the process acts by itself.</summary>
/// <param name="What">What happens then.</param>
/// <param name="Who">Who can still act before it; null when nobody needs to.</param>
/// <param name="At">When, in Amsterdam's time.</param>
/// <param name="Explanation">Why then, in the reader's language.</param>
sealed record DeadlineView(DeadlineKind What, string? Who, DateTimeOffset At, string? Explanation)
{
    public static DeadlineView Of(Deadline deadline, Language language) => new(
        deadline.Kind, deadline.Who, AmsterdamTime.Of(deadline.At),
        language is Language.English ? deadline.Explanation?.InEnglish : deadline.Explanation?.InDutch);
}

/// <summary>One piece of feedback.</summary>
/// <param name="Id">For <c>acknowledge-feedback</c>.</param>
/// <param name="Moment">At which of the agreed moments.</param>
/// <param name="GivenAt">When it left.</param>
/// <param name="Delivered">Whether it arrived.</param>
/// <param name="Acknowledged">Whether the practice has seen it.</param>
sealed record FeedbackView(string Id, FeedbackMoment Moment, DateTimeOffset GivenAt, bool Delivered, bool Acknowledged)
{
    public static FeedbackView Of(FeedbackState feedback) =>
        new(feedback.Id, feedback.Moment, feedback.GivenAt, feedback.IsDelivered, feedback.IsAcknowledged);
}
