using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Matching;

/// <summary>Puts the workers whom a referral can be offered to in order.</summary>
public static class Ranking
{
    /// <summary>
    /// The workers who can be asked, best first: those paired with the referrer, then those of the neighbourhood, then those with most of the themes, then those with most room, then by id.
    /// The place of an absent worker goes to the deputy. A worker without room is not asked.
    /// </summary>
    /// <param name="candidates">The workers of the organisation, each once, in any order.</param>
    /// <param name="wish">What the referral asks.</param>
    public static ValueList<RankedWorker> Of(ValueList<Candidate> candidates, Wish wish) =>
        candidates
            .OrderByDescending(candidate => candidate.IsPairedWithReferrer)
            .ThenByDescending(candidate => IsNear(candidate, wish))
            .ThenByDescending(candidate => SharedThemes(candidate, wish))
            .ThenByDescending(candidate => candidate.FreePlaces)
            .ThenBy(candidate => candidate.Worker, StringComparer.Ordinal)
            .Select(candidate => (Asked: candidate, Acting: candidates.FirstOrDefault(other => other.Worker == Deputies.ActingFor(candidate.Worker, candidates, wish.Day))))
            .Where(place => place.Acting is { FreePlaces: > 0 })
            .DistinctBy(place => place.Acting!.Worker)
            .Select(place => new RankedWorker(place.Acting!.Worker, [.. Labels(place.Acting, wish, standsIn: place.Acting != place.Asked)]))
            .ToValueList();

    static IEnumerable<string> Labels(Candidate candidate, Wish wish, bool standsIn)
    {
        if (candidate.IsPairedWithReferrer)
        {
            yield return RankLabel.Paired;
        }

        if (IsNear(candidate, wish))
        {
            yield return RankLabel.Neighbourhood;
        }

        if (SharedThemes(candidate, wish) > 0)
        {
            yield return RankLabel.Theme;
        }

        yield return RankLabel.FreeCapacity;

        if (standsIn)
        {
            yield return RankLabel.Deputy;
        }
    }

    static bool IsNear(Candidate candidate, Wish wish) => wish.Area is { } area && candidate.Neighbourhoods.Contains(area);

    static int SharedThemes(Candidate candidate, Wish wish) => wish.Themes.Distinct().Count(candidate.Themes.Contains);
}
