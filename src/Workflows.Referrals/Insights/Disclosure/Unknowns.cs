using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>The counts that stand behind a series of tables at one look at them, as an outsider sees them: one for every part of the time that can be told apart, every group and every column.</summary>
/// <remarks>No table adds up two looks: what somebody knows of one says nothing of another, so that each look is thought about by itself.</remarks>
sealed class Unknowns
{
    readonly TableShape shape;
    readonly Dictionary<(ValueList<DateOnly> Part, string Group, string Column), int> places = [];
    readonly List<int> counts = [];

    /// <param name="count">The counts.</param>
    /// <param name="shape">The table.</param>
    /// <param name="parts">The parts of the time, each with its months.</param>
    /// <param name="through">The last day that is looked at.</param>
    public Unknowns(CountOf count, TableShape shape, IEnumerable<ValueList<DateOnly>> parts, DateOnly through)
    {
        this.shape = shape;
        foreach (var place in from part in parts from row in shape.Groups from column in shape.Columns select (Part: part, Group: row, Column: column))
        {
            places[place] = counts.Count;
            counts.Add(place.Part.Sum(month => count(month, through, place.Group, place.Column)));
        }
    }

    /// <summary>How many unknowns there are.</summary>
    public int Width => counts.Count;

    /// <summary>Those that are zero.</summary>
    public IReadOnlySet<int> Zeros => counts.Index().Where(count => count.Item == 0).Select(count => count.Index).ToHashSet();

    /// <summary>How often each unknown stands in a number of a table.</summary>
    public int[] SumOf(Number number)
    {
        var sum = new int[Width];
        foreach (var place in PlacesOf(number))
        {
            sum[place] = 1;
        }

        return sum;
    }

    /// <summary>The number itself.</summary>
    public int ValueOf(Number number) => PlacesOf(number).Sum(place => counts[place]);

    IEnumerable<int> PlacesOf(Number number) =>
        from part in number.Parts
        from row in number.Group is null ? shape.Groups : [number.Group]
        from column in number.Columns
        select places[(part, row, column)];
}

/// <summary>A number that a table can show, or that somebody can think of.</summary>
/// <param name="Parts">The parts of the time that are added up, each with its months.</param>
/// <param name="Group">The row; null for all rows together.</param>
/// <param name="Columns">The columns that are added up.</param>
sealed record Number(IReadOnlyCollection<ValueList<DateOnly>> Parts, string? Group, IReadOnlyCollection<string> Columns);
