using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Vocabulary;

/// <summary>A word of the vocabulary: a reason, a need, an arrangement or a source.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Text">What people call it.</param>
public sealed record VocabularyTerm(string Id, LocalText Text);
