using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>What is measured afterwards.</summary>
/// <param name="MeasureAfter">When, each counted from the start; ascending.</param>
/// <param name="Instruments">With which instruments of the pathway, by id.</param>
public sealed record AftercareRules(ValueList<Term> MeasureAfter, ValueList<string> Instruments);
