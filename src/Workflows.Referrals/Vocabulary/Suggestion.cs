namespace Workflows.Referrals.Vocabulary;

/// <summary>A word that goes with another, and who says so.</summary>
/// <param name="Term">The word.</param>
/// <param name="Source">Where the suggestion comes from.</param>
public sealed record Suggestion(VocabularyTerm Term, VocabularyTerm Source);
