using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Matching;

/// <summary>What a referral asks of a worker.</summary>
/// <param name="Area">The postal code area (four digits) of the client; null when it is not known.</param>
/// <param name="Themes">The needs, by id of the vocabulary.</param>
/// <param name="Day">The day on which a worker is sought.</param>
public sealed record Wish(string? Area, ValueList<string> Themes, DateOnly Day);
