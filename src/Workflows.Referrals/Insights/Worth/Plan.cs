using Workflows.Referrals.Insights.Disclosure;
using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Worth;

/// <summary>What an organisation and its funders agreed for a period: data, of which every change is a new version.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="From">The first month, by its first day.</param>
/// <param name="To">The last month, by its first day.</param>
/// <param name="Inhabitants">How many people live in each neighbourhood.</param>
/// <param name="Targets">What is aimed at.</param>
/// <param name="Comparisons">Groups that did not get the support, with which a change may be compared.</param>
public sealed record Plan(int Version, DateOnly From, DateOnly To, ValueList<Area> Inhabitants, ValueList<Target> Targets, ValueList<Comparison> Comparisons)
{
    static readonly DataFile<Plan> File = new(Resources.Text("plan.schema.json"), Sense);

    /// <summary>Reads a plan that may be wrong.</summary>
    /// <param name="json">The text of the file.</param>
    public static DataReading<Plan> Check(string json) => File.Read(json);

    /// <summary>Whether it is about the months of a report.</summary>
    /// <param name="period">The report's period.</param>
    public bool Covers(Period period)
    {
        ArgumentNullException.ThrowIfNull(period);
        return From <= period.From && period.To <= To;
    }

    /// <summary>The plan beside what came of it; nothing when the report is about other months than the plan.</summary>
    /// <param name="report">A report; figures of all together are looked at.</param>
    public ValueList<TargetResult> ComparedWith(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        if ((report.Period.From, report.Period.To) != (From, To))
        {
            return [];   // also of a plan without an end, which ends in a year that no report reaches
        }

        var isOver = To.AddMonths(1) <= report.Period.Through.AddDays(1);
        return
        [
            .. from target in Targets
               let figure = report.Total(target.Indicator)
               where figure is not null
               select TargetResult.Of(target, figure, isOver),
        ];
    }

    /// <summary>The changes beside those of the comparison groups. There is none where the figure is hidden, or where fewer than two were measured twice.</summary>
    /// <param name="report">A report; figures of all together are looked at.</param>
    public ValueList<ComparedChange> ChangesBeside(Report report)
    {
        ArgumentNullException.ThrowIfNull(report);
        return
        [
            .. from comparison in Comparisons
               let figure = report.Total(comparison.Indicator)
               where figure is { IsHidden: false }
               let scores = figure.Scores
               where scores is not null
               select new ComparedChange(comparison, figure, new(scores, comparison.Group)),
        ];
    }

    static IEnumerable<Finding> Sense(Plan plan) =>
    [
        .. NoMonth("from", plan.From),
        .. NoMonth("to", plan.To),
        .. (Finding[])(plan.To < plan.From ? [new("/to", "order", "Het einde ligt voor het begin.", "The end lies before the start.")] : []),
        .. Wrong("inhabitants", plan.Inhabitants, "postalArea", area => plan.Inhabitants.Count(other => other.PostalArea == area.PostalArea) == 1, "This area is there already.", "Dit gebied is er al."),
        .. Wrong("targets", plan.Targets, "indicator", target => IndicatorCatalogue.Current.Find(target.Indicator) is { Kind: not (FigureKind.Reasons or FigureKind.Concentration) }, "There is no such indicator with a value to aim at.", "Er is geen indicator met dit id en een waarde om naar te streven."),
        .. Wrong("comparisons", plan.Comparisons, "indicator", comparison => IndicatorCatalogue.Current.Find(comparison.Indicator) is { Kind: FigureKind.Change }, "This is no indicator of a change.", "Dit is geen indicator van een verandering."),
    ];

    static Finding[] NoMonth(string field, DateOnly day) =>
        day.Day == 1 ? [] : [new($"/{field}", "no-month", "Een maand staat er als zijn eerste dag: 2026-01-01.", "A month is written as its first day: 2026-01-01.")];

    static IEnumerable<Finding> Wrong<T>(string list, ValueList<T> all, string field, Func<T, bool> isRight, string en, string nl) =>
        all.Index().Where(one => !isRight(one.Item)).Select(one => new Finding($"/{list}/{one.Index}/{field}", "wrong", nl, en));
}

/// <summary>Where people live.</summary>
/// <param name="PostalArea">The four digits of the postal code.</param>
/// <param name="People">How many.</param>
public sealed record Area(string PostalArea, int People);

/// <summary>What is aimed at.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Value">Its value, in the indicator's unit.</param>
public sealed record Target(string Indicator, decimal Value);

/// <summary>A target beside what came of it.</summary>
/// <param name="Target">What was aimed at.</param>
/// <param name="Figure">What came of it.</param>
/// <param name="Difference">How much higher the figure is; null when it is hidden or was not counted.</param>
/// <param name="IsMet">Whether it is at least as good as the target; null when that cannot be told, or not yet.</param>
public sealed record TargetResult(Target Target, Figure Figure, decimal? Difference, bool? IsMet)
{
    /// <param name="target">What was aimed at.</param>
    /// <param name="figure">What came of it so far.</param>
    /// <param name="isOver">Whether the plan's period is over: before, what is only counted may still grow.</param>
    internal static TargetResult Of(Target target, Figure figure, bool isOver)
    {
        var difference = figure.Value - target.Value;
        bool? isMet = difference is { } more ? figure.Indicator.Better is Better.Lower ? more <= 0 : more >= 0 : null;
        var mayGrow = !isOver && figure.Indicator.Kind is FigureKind.Count or FigureKind.Rate;
        return new(target, figure, difference, isMet is false && mayGrow ? null : isMet);
    }
}

/// <summary>A group that did not get the support, measured twice.</summary>
/// <param name="Indicator">The change that can be compared, by its indicator's id.</param>
/// <param name="Name">Who they are.</param>
/// <param name="Source">Who says so.</param>
/// <param name="Group">Their scores before and after, by the same instrument.</param>
public sealed record Comparison(string Indicator, LocalText Name, LocalText Source, Group Group);

/// <summary>A change beside that of a comparison group.</summary>
/// <param name="Comparison">The group that did not get the support.</param>
/// <param name="Figure">The change of those who did.</param>
/// <param name="Difference">How much more these changed, and whether the groups differed at the baseline.</param>
public sealed record ComparedChange(Comparison Comparison, Figure Figure, DifferenceInDifferences Difference)
{
    /// <summary>What may be concluded from it.</summary>
    public Design Design { get; } = Design.DifferenceInDifferences;
}
