using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Vocabulary;

/// <summary>The data file as it is written.</summary>
sealed record VocabularyFile(
    ValueList<VocabularyTerm> Sources,
    ValueList<VocabularyTerm> Reasons,
    ValueList<VocabularyTerm> Needs,
    ValueList<VocabularyTerm> Arrangements,
    ValueList<Link> NeedsOfReasons,
    ValueList<Link> ArrangementsForNeeds);
