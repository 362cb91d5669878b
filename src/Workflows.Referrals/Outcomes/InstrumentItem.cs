using Workflows.Referrals.Pathways;

namespace Workflows.Referrals.Outcomes;

/// <summary>One question of an instrument. Its full wording stands on the instrument's own form.</summary>
/// <param name="Id">Unique in the instrument.</param>
/// <param name="Part">The dimension or subscale that it belongs to.</param>
/// <param name="Topic">What it is about, in a few words.</param>
public sealed record InstrumentItem(string Id, string Part, LocalText Topic);
