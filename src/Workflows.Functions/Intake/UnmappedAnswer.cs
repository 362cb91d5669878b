using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Intake;

/// <summary>An answer that has no place among the fields of a referral: kept as it came and shown, without citizen numbers.</summary>
/// <param name="Question">As the form asked it; the answer's name where the tool does not send the question.</param>
/// <param name="Answers">One, or those that were ticked.</param>
sealed record UnmappedAnswer(string Question, ValueList<string> Answers);
