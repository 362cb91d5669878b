using Workflows.Referrals.Deadlines;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Pathways;

/// <summary>How a referral under way is followed.</summary>
/// <param name="RemindAfter">After which the worker is reminded, each counted from the start; ascending.</param>
/// <param name="ThenEvery">How often after the last of those, until an outcome is recorded.</param>
/// <param name="StuckAfter">After how long without contact the coordinator is told who must act and since when.</param>
public sealed record SupportRules(ValueList<Term> RemindAfter, Term ThenEvery, Term StuckAfter);
