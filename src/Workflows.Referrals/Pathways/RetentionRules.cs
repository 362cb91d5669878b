using Workflows.Referrals.Deadlines;

namespace Workflows.Referrals.Pathways;

/// <summary>How long a person's data stay readable.</summary>
/// <param name="EraseAfter">When they become unreadable for ever, counted from the end.</param>
public sealed record RetentionRules(Term EraseAfter);
