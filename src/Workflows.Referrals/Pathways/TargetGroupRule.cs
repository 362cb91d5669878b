using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>A reason to let a human look before workers are asked. It fires when every condition that it states holds.</summary>
/// <param name="Id">Its code, unique in the pathway, such as "too-young".</param>
/// <param name="Text">What it says to the coordinator and the referrer.</param>
/// <param name="AgeBelow">Holds when the client is younger than so many whole years.</param>
/// <param name="AgeFrom">Holds when the client is at least so many whole years old.</param>
/// <param name="AnyReason">Holds when one of these reason codes is given.</param>
/// <param name="NoReason">Holds when none of these reason codes is given.</param>
/// <param name="OutsideAreas">Holds when the client lives in none of these postal code areas (four digits).</param>
public sealed record TargetGroupRule(
    string Id,
    LocalText Text,
    int? AgeBelow = null,
    int? AgeFrom = null,
    ValueList<string>? AnyReason = null,
    ValueList<string>? NoReason = null,
    ValueList<string>? OutsideAreas = null);
