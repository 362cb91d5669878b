using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Matching;

/// <summary>Who acts for whom.</summary>
public static class Deputies
{
    /// <summary>The worker who acts for a worker on a day: the worker itself when present, else the deputy, else the deputy's deputy; null when none of them is there.</summary>
    /// <param name="worker">The worker's id.</param>
    /// <param name="candidates">The workers of the organisation.</param>
    /// <param name="day">A day in the Netherlands.</param>
    /// <remarks>Whether the deputy has room is not asked: someone must have a referral that runs.</remarks>
    public static string? ActingFor(string worker, ValueList<Candidate> candidates, DateOnly day)
    {
        // Two who are each other's deputy and both away would send us round for ever.
        var passed = new HashSet<string>();
        for (var next = worker; next is not null && passed.Add(next);)
        {
            var candidate = candidates.FirstOrDefault(candidate => candidate.Worker == next);
            if (candidate?.AbsenceOn(day) is not { } absence)
            {
                return candidate?.Worker;
            }

            next = absence.Deputy;
        }

        return null;
    }
}
