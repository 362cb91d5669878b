using Workflows.Functions.Referrals;
using Workflows.Functions.Storage;
using Workflows.Referrals.Deadlines;

namespace Workflows.Functions.Pages.Talks;

/// <summary>What a practice and its workers should speak about: what waits, is stuck or was not seen, and what has ended since they last spoke.</summary>
sealed class JointReviews(ListStore lists, HeldTalks talks, TimeProvider clock)
{
    /// <summary>Who never spoke looks back so far.</summary>
    const int UsualDays = 42;

    /// <summary>More than this no talk gets through.</summary>
    const int MostRead = 300;

    /// <returns>One for each partner with whom there is something to speak about, or was; the one with most of it first.</returns>
    public async Task<IReadOnlyList<JointReview>> OfAsync(string practice, CancellationToken cancellation)
    {
        var held = await talks.OfAsync(practice, cancellation);
        var usual = AmsterdamTime.DayOf(clock.GetUtcNow()).AddDays(-UsualDays);
        var asking = await lists.FirstAsync(ReferralLists.TalkOfPractice(practice), MostRead, cancellation).Select(ReferralJson.ReadListed).ToListAsync(cancellation);
        var earliest = held.Values.Append(usual).Min();
        var ended = await lists.FirstAsync(ReferralLists.EndedOfPractice(practice), MostRead, cancellation).Select(ReferralJson.ReadListed)
            .TakeWhile(row => AmsterdamTime.DayOf(row.StatusSince) >= earliest).ToListAsync(cancellation);
        return
        [
            .. from partner in asking.Concat(ended).Where(row => row.Organisation is not null).Select(PartnerOf).Concat(held.Keys).Distinct()
               let last = held.TryGetValue(partner, out var day) ? day : (DateOnly?)null
               let rows = asking.Where(row => PartnerOf(row) == partner)
                   .Concat(ended.Where(row => PartnerOf(row) == partner && AmsterdamTime.DayOf(row.StatusSince) >= (last ?? usual)))
                   .DistinctBy(row => row.Id)
                   .ToList()
               where rows.Count > 0 || last is not null
               orderby rows.Count descending, partner.ToString()
               select new JointReview(partner, last, rows),
        ];
    }

    static Partner PartnerOf(ListedReferral row) => new(row.Organisation!, row.Worker);
}

/// <summary>What there is to speak about with one partner.</summary>
/// <param name="Partner">With whom.</param>
/// <param name="LastTalk">When they last spoke; null when that is not known.</param>
/// <param name="Rows">What has stood longest first, then what has ended.</param>
sealed record JointReview(Partner Partner, DateOnly? LastTalk, IReadOnlyList<ListedReferral> Rows);
