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
        var looks = new Looks(count, shape, earlier, period);
        var now = looks.Now;
        var outsider = now.Reader;

        // What was found out before, because somebody set a lower threshold then, cannot be hidden any more and hides nothing else.
        int[][] secrets = [.. Secrets(looks, shape).Where(secret => !outsider.CanTell(secret))];

        var shown = new List<Cell>();
        foreach (var (cell, sum) in Candidates(looks, shape).Where(candidate => wanted?.Contains(candidate.Cell) ?? true))
        {
            var told = outsider.Told(sum);
            if (!Array.Exists(secrets, told.CanTell))
            {
                shown.Add(cell);
                outsider = told;
            }
        }

        return new(period, [.. shown]);
    }

    /// <summary>All rows before single ones, whole rows before their parts, the parts in the order of the table, and of one part the large numbers before the small ones.</summary>
    static IEnumerable<(Cell Cell, int[] Sum)> Candidates(Looks looks, TableShape shape) =>
        from cell in shape.Groups.Prepend(null).SelectMany(row => shape.Cuts.Select(cut => (Row: row, Cut: cut)))
        let number = new Number(looks.Period.Parts, cell.Row, cell.Cut.Columns)
        orderby cell.Row is null ? 0 : 1, cell.Cut.Columns.Count == shape.Columns.Count ? 0 : 1, shape.Cuts.Index().First(cut => cut.Item == cell.Cut).Index, looks.Now.Unknowns.ValueOf(number) descending
        select (new Cell(cell.Row, cell.Cut.Name), looks.Now.Unknowns.SumOf(number));

    /// <summary>Every small count of this look that somebody could think of computing, and every number of it that would give away a small difference from what can be told already.</summary>
    IEnumerable<int[]> Secrets(Looks looks, TableShape shape) =>
        from row in shape.Groups.Prepend(null)
        from columns in SetsOf(shape)
        from secret in Secrets(looks, row, columns)
        select secret;

    IEnumerable<int[]> Secrets(Looks looks, string? row, IReadOnlyCollection<string> columns)
    {
        var unknowns = looks.Now.Unknowns;
        var sights = looks.Sights.Select(sight => (Sight: sight, Number: new Number(sight.Parts, row, columns))).Select(seen => (seen.Sight, seen.Number, Value: looks.At(seen.Sight).Unknowns.ValueOf(seen.Number))).ToArray();
        foreach (var (sight, number, value) in sights.Where(seen => seen.Sight.Through == looks.Period.Through))
        {
            if (value < threshold)
            {
                yield return unknowns.SumOf(number);
            }

            foreach (var other in sights.Where(other => other.Sight != sight && other.Sight.IsNestedWith(sight) && IsSmall(value - other.Value, isChange: other.Sight.Parts == sight.Parts)))
            {
                if (other.Sight.Through == sight.Through)
                {
                    yield return Difference(unknowns.SumOf(number), unknowns.SumOf(other.Number));
                }
                else if (looks.At(other.Sight) is var then && then.Reader.CanTell(then.Unknowns.SumOf(other.Number)))
                {
                    yield return unknowns.SumOf(number);
                }
            }
        }
    }

    /// <summary>The single columns, the cuts, and what a cut leaves out of the whole and of every other cut.</summary>
    static IEnumerable<IReadOnlyCollection<string>> SetsOf(TableShape shape) => shape.Columns.Select(column => (ValueList<string>)[column])
        .Concat(shape.Cuts.Select(cut => cut.Columns))
        .Concat(
            from cut in shape.Cuts
            from other in shape.Cuts.Select(other => other.Columns).Append(shape.Columns)
            where cut.Columns.All(other.Contains)
            select (ValueList<string>)[.. other.Except(cut.Columns)])
        .Where(columns => columns.Count > 0).Distinct();

    static int[] Difference(int[] one, int[] other) => [.. one.Zip(other, (mine, theirs) => mine - theirs)];

    /// <summary>That nothing changed between two looks is no secret: it tells of nobody. That nobody came in a month between two periods is one.</summary>
    bool IsSmall(int difference, bool isChange) => Math.Abs(difference) < threshold && !(isChange && difference == 0);
}
