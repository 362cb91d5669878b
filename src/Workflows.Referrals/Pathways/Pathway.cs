using System.Text.Json.Serialization;
using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>The versioned policy of a referral: deadlines, reminders, feedback moments, instruments, retention. It holds no personal data.</summary>
/// <param name="Id">The pathway, the same in every version: lower-case words joined by hyphens.</param>
/// <param name="Version">Counts from 1. A running referral keeps the version that it started with.</param>
/// <param name="Name">What people call it.</param>
/// <param name="Offer">How workers are asked.</param>
/// <param name="Handover">How worker and client meet.</param>
/// <param name="Support">How a referral under way is followed.</param>
/// <param name="Feedback">What goes back to the referrer.</param>
/// <param name="Aftercare">What is measured afterwards.</param>
/// <param name="Retention">How long the data stay readable.</param>
/// <param name="Instruments">The instruments in use, by id.</param>
/// <param name="TargetGroup">What makes a human look first, in order of importance.</param>
/// <param name="ClosingDays">Bridge days and the organisation's own closing days.</param>
public sealed record Pathway(
    string Id,
    int Version,
    LocalText Name,
    OfferRules Offer,
    HandoverRules Handover,
    SupportRules Support,
    FeedbackRules Feedback,
    AftercareRules Aftercare,
    RetentionRules Retention,
    ValueList<string> Instruments,
    ValueList<TargetGroupRule> TargetGroup,
    ValueList<DateOnly> ClosingDays)
{
    /// <summary>The pathway of Welzijn op Recept as it is shipped.</summary>
    public static Pathway Default => ShippedPathways.Default;

    /// <summary>Id and version, such as "default/1".</summary>
    [JsonIgnore]
    public string VersionLabel => $"{Id}/{Version}";

    /// <summary>The working days by which its deadlines count.</summary>
    [JsonIgnore]
    public WorkCalendar Calendar => new(ClosingDays);
}
