using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>The counts that stand behind a series of tables, as an outsider sees them: one for every part of the time that can be told apart, every look at it, every group and every column.</summary>
/// <remarks>Months that always appear together are one part.</remarks>
sealed class Unknowns
{
    readonly TableShape shape;
    readonly Dictionary<(int Part, DateOnly Through, string Group, string Column), int> places = [];
    readonly List<int> counts = [];

    public Unknowns(CountOf count, TableShape shape, IReadOnlyList<Period> periods)
    {
        this.shape = shape;
        Parts =
        [
            .. periods.SelectMany(period => period.Cohorts).Distinct()
                .GroupBy(month => string.Join(',', periods.Index().Where(period => period.Item.Holds(month)).Select(period => period.Index)))
                .Select(part => new Part([.. part], [.. periods.Where(period => period.Holds(part.First())).Select(period => period.Through).Distinct().Order()])),
        ];
        foreach (var (index, part) in Parts.Index())
        {
            foreach (var (through, group, column) in part.Throughs.SelectMany(through => shape.Groups.SelectMany(group => shape.Columns.Select(column => (through, group, column)))))
            {
                places[(index, through, group, column)] = counts.Count;
                counts.Add(part.Months.Sum(month => count(month, through, group, column)));
            }
        }
    }

    /// <summary>The parts of the time.</summary>
    public IReadOnlyList<Part> Parts { get; }

    /// <summary>How many unknowns there are.</summary>
    public int Width => counts.Count;

    /// <summary>Those that are zero.</summary>
    public IReadOnlySet<int> Zeros => counts.Index().Where(count => count.Item == 0).Select(count => count.Index).ToHashSet();

    /// <summary>How often each unknown stands in a number of a table.</summary>
    public int[] SumOf(Period period, string? group, IReadOnlyCollection<string> columns)
    {
        var sum = new int[Width];
        foreach (var index in Enumerable.Range(0, Parts.Count).Where(index => period.Holds(Parts[index].Months[0])))
        {
            Put(sum, index, period.Through, group, columns);
        }

        return sum;
    }

    /// <summary>The same of one part.</summary>
    public int[] SumOf(int part, DateOnly through, string? group, IReadOnlyCollection<string> columns)
    {
        var sum = new int[Width];
        Put(sum, part, through, group, columns);
        return sum;
    }

    /// <summary>The true value of a sum.</summary>
    public int ValueOf(int[] sum) => sum.Index().Sum(term => term.Item == 0 ? 0 : term.Item * counts[term.Index]);

    void Put(int[] sum, int part, DateOnly through, string? group, IReadOnlyCollection<string> columns)
    {
        foreach (var row in group is null ? shape.Groups : [group])
        {
            foreach (var column in columns)
            {
                sum[places[(part, through, row, column)]] = 1;
            }
        }
    }

    /// <summary>Months that always appear together, and the days through which they were looked at.</summary>
    internal sealed record Part(ValueList<DateOnly> Months, ValueList<DateOnly> Throughs);
}
