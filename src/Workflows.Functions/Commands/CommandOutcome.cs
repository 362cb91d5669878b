using Workflows.Referrals.Process;

namespace Workflows.Functions.Commands;

/// <summary>What became of a handled command, kept beside it for who gave it.</summary>
/// <param name="Refusal">Why it changed nothing; null when it was carried out.</param>
sealed record CommandOutcome(Refusal? Refusal);
