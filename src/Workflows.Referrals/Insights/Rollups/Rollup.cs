using System.Globalization;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>What was counted of everybody whom an organisation received in a month, as it stood at the end of a day: all that a report reads, however many referrals there were.</summary>
/// <param name="Organisation">Whose referrals.</param>
/// <param name="Cohort">The month of receipt, by its first day.</param>
/// <param name="Through">The last day that was looked at: the last of a closed month, so that it never comes out otherwise.</param>
/// <param name="Dimension">By what it is divided.</param>
/// <param name="CatalogueVersion">The catalogue by which was counted; with another one it is counted again from the facts.</param>
/// <param name="Groups">The groups in ordinal order.</param>
public sealed record Rollup(string Organisation, DateOnly Cohort, DateOnly Through, Dimension Dimension, int CatalogueVersion, ValueList<RollupGroup> Groups)
{
    /// <summary>Counts a cohort in every dimension.</summary>
    /// <param name="organisation">Whose referrals.</param>
    /// <param name="cohort">The month of receipt, by its first day.</param>
    /// <param name="through">The last day that is looked at.</param>
    /// <param name="facts">The facts of the cohort, in any order, as they stood at the end of that day.</param>
    public static ValueList<Rollup> Of(string organisation, DateOnly cohort, DateOnly through, IReadOnlyCollection<Fact> facts) =>
        [.. Enum.GetValues<Dimension>().Select(dimension => new Rollup(organisation, cohort, through, dimension, IndicatorCatalogue.Current.Version, Counted(dimension, facts, through)))];

    /// <summary>What was counted of one practice, as if it were all there is: what it may read.</summary>
    /// <param name="rollups">Of an organisation.</param>
    /// <param name="practice">The practice's AGB code.</param>
    public static IEnumerable<Rollup> OfPractice(IEnumerable<Rollup> rollups, string practice) =>
        from rollup in rollups
        where rollup.Dimension is Dimension.Practice
        from renamed in new[] { (Dimension: Dimension.Total, Name: Rollups.Groups.Everybody), (Dimension: Dimension.Month, Name: Rollups.Groups.Month(rollup.Cohort)) }
        select rollup with { Dimension = renamed.Dimension, Groups = [.. rollup.Groups.Where(counted => counted.Group == practice).Select(counted => counted with { Group = renamed.Name })] };

    static ValueList<RollupGroup> Counted(Dimension dimension, IReadOnlyCollection<Fact> facts, DateOnly through) =>
    [
        .. facts.GroupBy(fact => Rollups.Groups.Of(dimension, fact)).OrderBy(group => group.Key, StringComparer.Ordinal).Select(group => new RollupGroup(
            group.Key,
            [
                new(Progress.Name, Tally.Of(Progress.Measure, group, through)),
                new(Aftercare.Name, Tally.Of(Aftercare.At(through), group, through)),
                .. IndicatorCatalogue.Current.Indicators.Select(indicator => new IndicatorTally(indicator.Id, Tally.Of(Measures.Of(indicator.Id), group, through))),
                .. dimension is Dimension.Total ? Measures.Scores.Select(score => new IndicatorTally(score.Name, Tally.Of(score.Measure, group, through))) : [],
            ])),
    ];
}

/// <summary>One group of a rollup.</summary>
/// <param name="Group">Its name.</param>
/// <param name="Tallies">What was counted, in the order of the catalogue.</param>
public sealed record RollupGroup(string Group, ValueList<IndicatorTally> Tallies)
{
    /// <summary>What was counted of an indicator; nothing when it was not.</summary>
    /// <param name="indicator">The indicator's id.</param>
    public Tally Of(string indicator) => Tallies.FirstOrDefault(tally => tally.Indicator == indicator)?.Tally ?? Tally.None;

    /// <summary>The scores before and after behind a change; null where nobody counted them, or of fewer than two persons.</summary>
    /// <param name="indicator">The indicator's id.</param>
    public Group? ScoresOf(string indicator) =>
        Moments.Of(NumbersOf(Measures.Before(indicator))) is { } before && Moments.Of(NumbersOf(Measures.After(indicator))) is { } after ? new(before, after) : null;

    /// <summary>Groups of several months, or of several organisations that count by the same catalogue, added up by their names.</summary>
    /// <param name="groups">Of different facts.</param>
    public static IEnumerable<RollupGroup> Sum(IEnumerable<RollupGroup> groups) => groups
        .GroupBy(group => group.Group).OrderBy(group => group.Key, StringComparer.Ordinal)
        .Select(group => new RollupGroup(
            group.Key,
            [.. group.SelectMany(one => one.Tallies).GroupBy(tally => tally.Indicator).Select(tallies => new IndicatorTally(tallies.Key, Tally.Sum(tallies.Select(tally => tally.Tally))))]));

    (double Value, int Count)[] NumbersOf(string name) => [.. Of(name).Values.Select(value => (double.Parse(value.Value, CultureInfo.InvariantCulture), value.Count))];
}

/// <summary>What was counted of one indicator.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Tally">What was counted.</param>
public sealed record IndicatorTally(string Indicator, Tally Tally);
