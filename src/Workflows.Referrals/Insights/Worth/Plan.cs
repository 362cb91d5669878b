using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Worth;

/// <summary>What an organisation and its funders agreed for a period: data, of which every change is a new version.</summary>
/// <param name="Version">Counts from 1.</param>
/// <param name="From">The first month, by its first day.</param>
/// <param name="To">The last month, by its first day.</param>
/// <param name="Inhabitants">How many people live in each neighbourhood, by postal code area.</param>
/// <param name="Targets">What is aimed at.</param>
public sealed record Plan(int Version, DateOnly From, DateOnly To, IReadOnlyDictionary<string, int> Inhabitants, ValueList<Target> Targets)
{
    /// <summary>The plan beside what came of it.</summary>
    /// <param name="report">A report; figures of all together are looked at.</param>
    public ValueList<TargetResult> ComparedWith(Report report) =>
    [
        .. from target in Targets
           let figure = report.Rows.Where(row => row.Dimension is Rollups.Dimension.Total && row.Figure.Indicator.Id == target.Indicator).Select(row => row.Figure).FirstOrDefault()
           where figure is not null
           select TargetResult.Of(target, figure),
    ];
}

/// <summary>What is aimed at.</summary>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Value">Its value, in the indicator's unit.</param>
public sealed record Target(string Indicator, decimal Value);

/// <summary>A target beside what came of it.</summary>
/// <param name="Target">What was aimed at.</param>
/// <param name="Figure">What came of it.</param>
/// <param name="Difference">How much higher the figure is; null when it is hidden or was not counted.</param>
/// <param name="IsMet">Whether it is at least as good as the target; null when that cannot be told.</param>
public sealed record TargetResult(Target Target, Figure Figure, decimal? Difference, bool? IsMet)
{
    internal static TargetResult Of(Target target, Figure figure)
    {
        var difference = figure.Value - target.Value;
        return new(target, figure, difference, difference is { } more ? figure.Indicator.Better is Better.Lower ? more <= 0 : more >= 0 : null);
    }
}
