using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>The dossier's section <c>question</c>: why the person is referred.</summary>
/// <param name="Reasons">In codes; at least one.</param>
/// <param name="Question">In words; null without any.</param>
sealed record QuestionSection(ValueList<Reason> Reasons, string? Question);
