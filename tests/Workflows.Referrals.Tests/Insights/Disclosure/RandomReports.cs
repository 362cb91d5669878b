using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Tests.Simulation;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Tests.Insights.Disclosure;

/// <summary>A random table over random months, and a few reports about it that overlap in time or look again later.</summary>
sealed class RandomReports
{
    static readonly DateOnly First = new(2026, 1, 1);

    readonly int[,,,] counts;
    readonly int months;
    readonly DateOnly[] looks = [new(2026, 12, 31), new(2027, 1, 31)];

    public RandomReports(ulong seed)
    {
        var chance = new Chance(seed);
        var (groups, columns) = (2 + chance.Below(3), 2 + chance.Below(2));
        months = 1 + chance.Below(4);
        var largest = (int[])[4, 12, 40];
        var size = largest[chance.Below(largest.Length)];
        counts = new int[months, looks.Length, groups, columns];
        for (var month = 0; month < months; month++)
        {
            for (var group = 0; group < groups; group++)
            {
                for (var column = 0; column < columns; column++)
                {
                    counts[month, 0, group, column] = counts[month, 1, group, column] = chance.In100(15) ? 0 : chance.Below(size);
                }

                // Between the looks somebody got further.
                var moved = chance.In100(50) ? 0 : chance.Below(1 + counts[month, 1, group, 0]);
                counts[month, 1, group, 0] -= moved;
                counts[month, 1, group, 1] += moved;
            }
        }

        string[] names = [.. Enumerable.Range(0, columns).Select(column => $"c{column}")];
        Shape = new(
            [.. Enumerable.Range(0, groups).Select(group => $"g{group}")],
            [.. names],
            [.. Enumerable.Range(0, columns).Select(from => new Cut($"from-{from}", [.. names[from..]]))]);
        for (var number = 1 + chance.Below(3); number > 0; number--)
        {
            var from = chance.Below(months);
            Periods.Add(new(First.AddMonths(from), First.AddMonths(from + chance.Below(months - from)), looks[chance.Below(looks.Length)]));
        }
    }

    public TableShape Shape { get; }

    /// <summary>The reports, in the order in which they appear.</summary>
    public List<Period> Periods { get; } = [];

    public int Width => counts.Length;

    public int CountOf(DateOnly cohort, DateOnly through, string group, string column) => counts[cohort.Month - 1, Array.IndexOf(looks, through), Index(group), Index(column)];

    public IReadOnlyList<Release> Released(Func<IReadOnlyList<Release>, Period, Release> release) =>
        Periods.Aggregate(new List<Release>(), (earlier, period) => [.. earlier, release(earlier, period)]);

    /// <summary>Everything of every cell that reaches the threshold, and nothing else hidden.</summary>
    public Release WithoutComplements(Period period) => new(period, [.. AllCells.Where(cell => ValueOf(period, cell) >= DisclosureControl.UsualThreshold)]);

    public IEnumerable<Cell> AllCells => Shape.Groups.Prepend(null).SelectMany(group => Shape.Cuts.Select(cut => new Cell(group, cut.Name)));

    public int ValueOf(Period period, Cell cell) => Value(SumOf(period, cell));

    /// <summary>Somebody who has read all of it.</summary>
    public Attacker ReaderOf(IEnumerable<Release> releases)
    {
        var reader = new Attacker(Width);
        foreach (var release in releases)
        {
            foreach (var cell in release.Shown)
            {
                reader.Reads(SumOf(release.Period, cell), ValueOf(release.Period, cell));
            }
        }

        reader.Thinks();
        return reader;
    }

    /// <summary>Every small count of any run of months, any row or all, any column or its cut or what the cut leaves; and every small change of those between the looks.</summary>
    public IEnumerable<(string Name, int[] Sum, int Value)> Secrets()
    {
        string[][] sets = [.. Shape.Columns.Select(column => (string[])[column]), .. Shape.Cuts.Select(cut => cut.Columns.ToArray()), .. Shape.Cuts.Skip(1).Select(cut => Shape.Columns.Except(cut.Columns).ToArray())];
        return
            from first in Enumerable.Range(0, months)
            from last in Enumerable.Range(first, months - first)
            from row in Shape.Groups.Prepend(null)
            from set in sets
            from look in new[] { 0, 1, 2 }
            let sum = look < 2 ? Sum(first, last, look, row, set) : [.. Sum(first, last, 1, row, set).Zip(Sum(first, last, 0, row, set), (later, earlier) => later - earlier)]
            let value = Value(sum)
            where Math.Abs(value) < DisclosureControl.UsualThreshold && (look < 2 || value != 0)
            select ($"months {first}-{last}, {row ?? "all"}, {string.Join('+', set)}, {(look < 2 ? $"look {look}" : "change")}: {value}", sum, value);
    }

    int[] SumOf(Period period, Cell cell) =>
        Sum(period.From.Month - 1, period.To.Month - 1, Array.IndexOf(looks, period.Through), cell.Group, Shape.Cuts.First(cut => cut.Name == cell.Cut).Columns);

    int[] Sum(int first, int last, int look, string? row, IEnumerable<string> columns)
    {
        var sum = new int[Width];
        foreach (var (month, group, column) in
            from month in Enumerable.Range(first, last - first + 1)
            from one in row is null ? Shape.Groups : [row]
            from column in columns
            select (month, Index(one), Index(column)))
        {
            sum[Place(month, look, group, column)] = 1;
        }

        return sum;
    }

    int Value(int[] sum) => counts.Cast<int>().Zip(sum, (count, times) => count * times).Sum();

    int Place(int month, int look, int group, int column) =>
        (((((month * counts.GetLength(1)) + look) * counts.GetLength(2)) + group) * counts.GetLength(3)) + column;

    static int Index(string name) => name[1] - '0';
}
