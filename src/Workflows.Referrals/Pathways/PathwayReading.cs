using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>A pathway file that was read: the pathway, or all that is wrong with the file.</summary>
/// <param name="Pathway">The pathway; null when there are problems.</param>
/// <param name="Problems">The problems in the order of the file; empty when there is a pathway.</param>
public sealed record PathwayReading(Pathway? Pathway, ValueList<PathwayProblem> Problems);
