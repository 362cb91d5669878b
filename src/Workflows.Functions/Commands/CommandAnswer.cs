using Workflows.Functions.Problems;
using Workflows.Referrals.Process;

namespace Workflows.Functions.Commands;

/// <summary>What is told about a command that was given.</summary>
/// <param name="Problem">What was wrong with it, so that it was not stored; null when it was.</param>
/// <param name="Refusal">Why the process refused it; null when it did not.</param>
/// <param name="IsVisible">Whether its effect can be seen by now.</param>
sealed record CommandAnswer(Problem? Problem, Refusal? Refusal, bool IsVisible)
{
    /// <summary>Stored, and carried out in a moment.</summary>
    public static CommandAnswer NotYetVisible { get; } = new(null, null, IsVisible: false);

    public static CommandAnswer Of(Problem problem) => new(problem, null, IsVisible: false);

    /// <summary>Carried out, or refused.</summary>
    public static CommandAnswer Of(Refusal? refusal) => new(null, refusal, IsVisible: true);
}
