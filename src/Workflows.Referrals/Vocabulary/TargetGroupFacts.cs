using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Vocabulary;

/// <summary>What the rules of the target group look at. It is about a person and stays outside the referral's state.</summary>
/// <param name="Age">In whole years; null when not known.</param>
/// <param name="Reasons">The reason codes.</param>
/// <param name="Area">The postal code area (four digits); null when not known.</param>
public sealed record TargetGroupFacts(int? Age, ValueList<string> Reasons, string? Area)
{
    /// <summary>The age on a day. Someone born on 29 February has a birthday on 1 March in other years.</summary>
    /// <param name="birthDate">The date of birth.</param>
    /// <param name="day">The day; not before the birth.</param>
    public static int AgeOn(DateOnly birthDate, DateOnly day) =>
        day.Year - birthDate.Year - ((day.Month, day.Day).CompareTo((birthDate.Month, birthDate.Day)) < 0 ? 1 : 0);
}
