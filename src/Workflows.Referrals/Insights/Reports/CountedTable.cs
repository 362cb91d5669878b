using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>The counts behind the figures of one indicator as a table of which each referral stands in one column, so that small counts can be looked for.</summary>
sealed class CountedTable
{
    public const string All = "all";
    public const string Of = "of";
    public const string Counted = "counted";
    public const string Better = "better";

    const string NotCounted = "not-counted";
    const string Outside = "outside";
    const string Worse = "not-better";

    readonly Dictionary<(DateOnly Cohort, DateOnly Through, string Group), Dictionary<string, int>> counts = [];

    /// <param name="rollups">What was counted.</param>
    /// <param name="dimension">By what it is divided.</param>
    /// <param name="name">The tally.</param>
    /// <param name="columnOf">The column of a value.</param>
    /// <param name="always">Columns that are there also when nothing is in them: that nobody was counted is a small count.</param>
    CountedTable(IEnumerable<Rollup> rollups, Dimension dimension, string name, Func<string, string> columnOf, IEnumerable<string> always)
    {
        var columns = new SortedSet<string>(always, StringComparer.Ordinal);
        var groups = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var (rollup, group) in rollups.Where(rollup => rollup.Dimension == dimension).SelectMany(rollup => rollup.Groups.Select(group => (rollup, group))))
        {
            var tally = group.Of(name);
            var row = tally.Values.GroupBy(value => columnOf(value.Value)).ToDictionary(column => column.Key, column => column.Sum(value => value.Count));
            row[NotCounted] = tally.Denominator - tally.Numerator;
            row[Outside] = group.Of("referrals").Denominator - tally.Denominator;
            counts[(rollup.Cohort, rollup.Through, group.Group)] = row;
            columns.UnionWith(row.Where(column => column.Value > 0).Select(column => column.Key));
            groups.Add(group.Group);
        }

        Columns = [.. columns];
        Groups = [.. groups];
    }

    public ValueList<string> Columns { get; }

    public ValueList<string> Groups { get; }

    /// <summary>The columns in which something is counted.</summary>
    public IEnumerable<string> Values => Columns.Where(column => column is not (NotCounted or Outside));

    public CountOf Count => (cohort, through, group, column) =>
        counts.TryGetValue((cohort, through, group), out var row) ? row.GetValueOrDefault(column) : 0;

    /// <summary>The table of an indicator, and what is shown of it besides all.</summary>
    public static (CountedTable Table, TableShape Shape) For(IEnumerable<Rollup> rollups, Dimension dimension, Indicator indicator)
    {
        var table = new CountedTable(rollups, dimension, indicator.Id, value => indicator.Kind switch
        {
            FigureKind.Reasons or FigureKind.Concentration => value,
            FigureKind.Change => Figure.IsBetter(indicator, value) ? Better : Worse,
            _ => Counted,
        }, indicator.Kind switch
        {
            FigureKind.Reasons or FigureKind.Concentration => [NotCounted],
            FigureKind.Change => [Better, Worse, NotCounted],
            _ => [Counted, NotCounted],
        });
        return (table, table.Shape(indicator.Kind switch
        {
            FigureKind.Reasons or FigureKind.Concentration => [new(Counted, [.. table.Values]), .. table.Values.Select(value => new Cut(value, [value]))],
            FigureKind.Change => [new(Counted, [.. table.Values]), new(Better, [Better])],
            _ => [new(Counted, [.. table.Values])],
        }));
    }

    /// <summary>The table of the steps, which lie within each other.</summary>
    public static (CountedTable Table, TableShape Shape) ForProgress(IEnumerable<Rollup> rollups, Dimension dimension)
    {
        Func<string, string> columnOf = dimension is Dimension.Total ? word => word : Progress.Divided;
        var table = new CountedTable(rollups, dimension, Progress.Name, columnOf, Progress.Words.Select(columnOf));
        return (table, table.Shape(Progress.Steps.Where(step => step.IsDivided || dimension is Dimension.Total)
            .Select(step => new Cut(step.Name, [.. table.Values.Where(word => word.Contains(step.Letter, StringComparison.Ordinal))]))));
    }

    /// <summary>The table of those who were asked whether they still take part.</summary>
    public static (CountedTable Table, TableShape Shape) ForAftercare(IEnumerable<Rollup> rollups)
    {
        var table = new CountedTable(rollups, Dimension.Total, Aftercare.Name, word => word, Aftercare.Words);
        return (table, table.Shape(
            from time in Aftercare.Months.Index()
            let active = Aftercare.Active(time.Item)
            from cut in new Cut[] { new(Aftercare.Asked(active), Where(time.Index, "yn")), new(active, Where(time.Index, "y")) }
            select cut));

        ValueList<string> Where(int place, string letters) => [.. table.Values.Where(word => letters.Contains(word[place]))];
    }

    TableShape Shape(IEnumerable<Cut> cuts) => new(Groups, Columns, [new(All, Columns), new(Of, [.. Columns.Where(column => column != Outside)]), .. cuts]);
}
