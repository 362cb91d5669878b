using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Outcomes;

/// <summary>An answer that the instrument does not know.</summary>
/// <param name="Pointer">The place in the list of answers as a JSON pointer; empty for the list itself.</param>
/// <param name="Code">A code of the kind of problem.</param>
/// <param name="Detail">What is accepted.</param>
public sealed record AnswerProblem(string Pointer, string Code, LocalText Detail);
