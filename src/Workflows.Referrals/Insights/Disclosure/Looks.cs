using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>A look at a table, and who has read what was shown of it.</summary>
/// <param name="Unknowns">The counts behind the table on that day.</param>
/// <param name="Reader">Who knows what was shown.</param>
sealed record Look(Unknowns Unknowns, Outsider Reader);

/// <summary>The looks that can be compared with a new one: those at months that it shares, or that share months with one of those.</summary>
sealed class Looks
{
    readonly Dictionary<DateOnly, Look> looks;

    /// <param name="count">The counts.</param>
    /// <param name="shape">The table.</param>
    /// <param name="earlier">What was shown before.</param>
    /// <param name="period">What is to be shown now.</param>
    public Looks(CountOf count, TableShape shape, IReadOnlyList<Release> earlier, Period period)
    {
        var related = RelatedTo(period, earlier);
        Sights = Sight.Of([.. related.Select(release => release.Period), period]);
        var parts = Sights.Where(sight => sight.Parts.Count == 1).Select(sight => (sight.Through, Part: sight.Parts[0])).ToLookup(part => part.Through, part => part.Part);
        Period = Sight.Whole(period, parts[period.Through]);

        var cuts = shape.Cuts.ToDictionary(cut => cut.Name, cut => cut.Columns);
        looks = parts.ToDictionary(through => through.Key, through =>
        {
            var unknowns = new Unknowns(count, shape, through, through.Key);
            var shown = from release in related
                        where release.Period.Through == through.Key
                        from cell in release.Shown
                        select unknowns.SumOf(new(Sight.Whole(release.Period, through).Parts, cell.Group, cuts[cell.Cut]));
            return new Look(unknowns, shown.Aggregate(Outsider.KnowingNothing(unknowns.Width, unknowns.Zeros), (knowing, sum) => knowing.Told(sum)));
        });
    }

    /// <summary>All that can be told apart, at all looks.</summary>
    public IReadOnlyList<Sight> Sights { get; }

    /// <summary>What is to be shown now.</summary>
    public Sight Period { get; }

    /// <summary>The look of the new table.</summary>
    public Look Now => At(Period);

    public Look At(Sight sight) => looks[sight.Through];

    static List<Release> RelatedTo(Period period, IReadOnlyList<Release> earlier)
    {
        var (related, rest, known) = (new List<Release>(), earlier.ToList(), new HashSet<DateOnly>(period.Cohorts));
        while (rest.FindAll(release => release.Period.Cohorts.Any(known.Contains)) is { Count: > 0 } found)
        {
            related.AddRange(found);
            rest.RemoveAll(found.Contains);
            known.UnionWith(found.SelectMany(release => release.Period.Cohorts));
        }

        return related;
    }
}
