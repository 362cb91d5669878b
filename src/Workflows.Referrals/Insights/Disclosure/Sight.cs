using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Disclosure;

/// <summary>Months that were, or could be, looked at together on a day.</summary>
/// <param name="Parts">The parts of the time, each with months that always appear together.</param>
/// <param name="Through">The last day that was looked at.</param>
sealed record Sight(ValueList<ValueList<DateOnly>> Parts, DateOnly Through)
{
    /// <summary>What can be told apart of these periods: each of them, and each part of which they are made.</summary>
    public static IReadOnlyList<Sight> Of(IReadOnlyCollection<Period> periods)
    {
        ValueList<DateOnly>[] parts =
        [
            .. periods.SelectMany(period => period.Cohorts).Distinct()
                .GroupBy(month => string.Join(',', periods.Index().Where(period => period.Item.Holds(month)).Select(period => period.Index)))
                .Select(part => (ValueList<DateOnly>)[.. part]),
        ];
        return
        [
            .. periods.Select(period => Whole(period, parts))
                .Concat(from part in parts from period in periods where period.Holds(part[0]) select new Sight([part], period.Through))
                .Distinct(),
        ];
    }

    /// <summary>A period, made of the parts of others.</summary>
    public static Sight Whole(Period period, IEnumerable<ValueList<DateOnly>> parts) => new([.. parts.Where(part => period.Holds(part[0])).OrderBy(part => part[0])], period.Through);

    /// <summary>Whether the months of one lie within those of the other: only then is their difference a number of people.</summary>
    public bool IsNestedWith(Sight other) => Parts.All(other.Parts.Contains) || other.Parts.All(Parts.Contains);
}
