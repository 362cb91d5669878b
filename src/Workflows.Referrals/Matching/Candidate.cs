using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Matching;

/// <summary>What is known of a worker when candidates are ranked.</summary>
/// <param name="Worker">The worker's id in the directory.</param>
/// <param name="IsPairedWithReferrer">Whether this worker and the referrer are a fixed pair.</param>
/// <param name="Neighbourhoods">The postal code areas (four digits) in which the worker works.</param>
/// <param name="Themes">The needs, by id of the vocabulary, in which the worker is at home.</param>
/// <param name="Capacity">How many referrals the worker can have at the same time.</param>
/// <param name="Caseload">How many the worker has.</param>
/// <param name="Absences">When the worker is away.</param>
public sealed record Candidate(
    string Worker, bool IsPairedWithReferrer, ValueList<string> Neighbourhoods, ValueList<string> Themes, int Capacity, int Caseload, ValueList<Absence> Absences)
{
    /// <summary>How many referrals the worker can still take.</summary>
    public int FreePlaces => Math.Max(0, Capacity - Caseload);

    /// <summary>The absence on the day, or null when the worker works. Of two that overlap it is the first in the list.</summary>
    /// <param name="day">A day in the Netherlands.</param>
    public Absence? AbsenceOn(DateOnly day) => Absences.FirstOrDefault(absence => absence.Includes(day));
}
