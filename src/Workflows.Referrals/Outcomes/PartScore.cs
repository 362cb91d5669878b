namespace Workflows.Referrals.Outcomes;

/// <summary>The score of a dimension or subscale.</summary>
/// <param name="Part">Which one.</param>
/// <param name="Value">Its value; null when too much is missing.</param>
public sealed record PartScore(string Part, decimal? Value);
