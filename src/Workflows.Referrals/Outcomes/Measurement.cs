using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Outcomes;

/// <summary>A list of answers that was scored, or all that is wrong with it.</summary>
/// <param name="Score">The score; null when there are problems.</param>
/// <param name="Problems">The problems; empty when there is a score.</param>
public sealed record Measurement(Score? Score, ValueList<AnswerProblem> Problems);
