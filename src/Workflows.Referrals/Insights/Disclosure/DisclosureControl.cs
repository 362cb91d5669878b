using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>Hides small counts, together with the numbers from which they could be computed: across rows, columns and everything that was shown before.</summary>
/// <remarks>
/// Numbers are taken in one by one, the most important first, and only while an outsider who knows all that was shown can still tell no small count: complementary suppression by admission. What is not taken in is hidden.
/// Small are counts under the threshold, zero included: the cells of the table with the columns that it does not show, the months between two periods, and what changed since somebody last looked.
/// </remarks>
/// <param name="threshold">The least count that may be known.</param>
public sealed class DisclosureControl(int threshold)
{
    /// <summary>The threshold that holds where no other is set.</summary>
    public const int UsualThreshold = 10;

    /// <summary>What of a table can be shown.</summary>
    /// <param name="count">The counts, now and as they stood at the earlier looks.</param>
    /// <param name="shape">The table, with every group of the earlier ones too.</param>
    /// <param name="earlier">What was shown before to the same people or to others.</param>
    /// <param name="period">What the new table is about.</param>
    /// <param name="wanted">The numbers that somebody wants to show; null for all of them.</param>
    public Release Release(CountOf count, TableShape shape, IReadOnlyList<Release> earlier, Period period, IReadOnlyCollection<Cell>? wanted = null)
    {
        Period[] periods = [.. earlier.Select(release => release.Period), period];
        var unknowns = new Unknowns(count, shape, periods);
        var cuts = shape.Cuts.ToDictionary(cut => cut.Name, cut => cut.Columns);
        var secrets = Secrets(unknowns, shape, periods);
        var outsider = earlier
            .SelectMany(release => release.Shown.Select(cell => unknowns.SumOf(release.Period, cell.Group, cuts[cell.Cut])))
            .Aggregate(Outsider.KnowingNothing(unknowns.Width, unknowns.Zeros), (knowing, shown) => knowing.Told(shown));

        // What was found out before, because somebody set a lower threshold then, cannot be hidden any more and hides nothing else.
        secrets.RemoveAll(outsider.CanTell);

        var shown = new List<Cell>();
        foreach (var (cell, sum) in Candidates(unknowns, shape, period).Where(candidate => wanted?.Contains(candidate.Cell) ?? true))
        {
            var told = outsider.Told(sum);
            if (!secrets.Exists(told.CanTell))
            {
                shown.Add(cell);
                outsider = told;
            }
        }

        return new(period, [.. shown]);
    }

    /// <summary>All rows before single ones, whole rows before their parts, the parts in the order of the table, and of one part the large numbers before the small ones.</summary>
    static IEnumerable<(Cell Cell, int[] Sum)> Candidates(Unknowns unknowns, TableShape shape, Period period) =>
        from cell in shape.Groups.Prepend(null).SelectMany(row => shape.Cuts.Select(cut => (Row: row, Cut: cut)))
        let sum = unknowns.SumOf(period, cell.Row, cell.Cut.Columns)
        orderby cell.Row is null ? 0 : 1, cell.Cut.Columns.Count == shape.Columns.Count ? 0 : 1, shape.Cuts.Index().First(cut => cut.Item == cell.Cut).Index, unknowns.ValueOf(sum) descending
        select (new Cell(cell.Row, cell.Cut.Name), sum);

    /// <summary>Every small count that somebody could think of computing, and every small difference between two looks or periods.</summary>
    List<int[]> Secrets(Unknowns unknowns, TableShape shape, Period[] periods)
    {
        var secrets = new List<int[]>();
        foreach (var group in shape.Groups.Prepend(null))
        {
            foreach (var columns in shape.Columns.Select(column => (IReadOnlyCollection<string>)[column]).Concat(shape.Cuts.SelectMany(cut => Leftovers(shape, cut))))
            {
                (Period Period, int[] Sum)[] sums = [.. periods.Distinct().Select(period => (period, unknowns.SumOf(period, group, columns)))];
                secrets.AddRange(sums.Select(sum => sum.Sum).Where(sum => Size(unknowns, sum) < threshold));
                secrets.AddRange(
                    from one in sums.Index()
                    from other in sums.Take(one.Index)
                    let difference = Difference(one.Item.Sum, other.Sum)
                    where IsSmall(unknowns, difference, isChange: one.Item.Period with { Through = other.Period.Through } == other.Period)
                    select difference);
                foreach (var (index, part) in unknowns.Parts.Index())
                {
                    int[][] looks = [.. part.Throughs.Select(through => unknowns.SumOf(index, through, group, columns))];
                    secrets.AddRange(looks.Where(look => Size(unknowns, look) < threshold));
                    secrets.AddRange(looks.Skip(1).Zip(looks, Difference).Where(change => IsSmall(unknowns, change, isChange: true)));
                }
            }
        }

        return secrets;
    }

    /// <summary>A cut, and what it leaves out of the whole and of every other cut.</summary>
    static IEnumerable<IReadOnlyCollection<string>> Leftovers(TableShape shape, Cut cut) =>
        shape.Cuts.Select(other => other.Columns).Append(shape.Columns)
            .Where(other => cut.Columns.All(other.Contains))
            .Select(IReadOnlyCollection<string> (other) => [.. other.Except(cut.Columns)])
            .Where(rest => rest.Count > 0)
            .Prepend(cut.Columns);

    static int[] Difference(int[] one, int[] other) => [.. one.Zip(other, (mine, theirs) => mine - theirs)];

    static int Size(Unknowns unknowns, int[] sum) => Math.Abs(unknowns.ValueOf(sum));

    /// <summary>That nothing changed between two looks is no secret: it tells of nobody. That nobody came in a month between two periods is one.</summary>
    bool IsSmall(Unknowns unknowns, int[] sum, bool isChange) => Size(unknowns, sum) is var size && size < threshold && !(isChange && size == 0);
}
