namespace Workflows.Functions.Audit;

/// <summary>An entry with its place in the chain: who has a whole month can follow the hashes without the app.</summary>
/// <param name="Sequence">Its number in the month.</param>
/// <param name="Entry">The entry.</param>
/// <param name="Previous">The hash of the one before.</param>
/// <param name="Hash">Its own.</param>
sealed record AuditLine(long Sequence, AuditEntry Entry, string Previous, string Hash);
