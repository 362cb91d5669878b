using Workflows.Referrals.Insights.Reports;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Timeline;

namespace Workflows.Functions.Insights.Reports;

/// <summary>One figure with the count behind it. It is made of a <see cref="Figure"/> only, which has a denominator, a source and a design or is hidden.</summary>
/// <param name="Dimension">By what it is divided.</param>
/// <param name="Group">The group; "total" for all together.</param>
/// <param name="Indicator">The indicator's id.</param>
/// <param name="Version">The version of its definition.</param>
/// <param name="IsHidden">Whether the numbers are too small to be shown, or would give away one that is.</param>
/// <param name="Denominator">Out of how many.</param>
/// <param name="Numerator">How many were counted, or measured.</param>
/// <param name="Value">The count, share, median or rate.</param>
/// <param name="Interval">Between which bounds the value lies in 95 of 100 samples.</param>
/// <param name="Quartiles">The first and the third quartile of a median.</param>
/// <param name="Missing">The percentage that was not measured.</param>
/// <param name="Better">How many of those measured twice became better.</param>
/// <param name="DropOuts">The percentage of all that became better, if all drop-outs did badly and if all did well.</param>
/// <param name="Gain">By how much all who were measured twice became better together.</param>
/// <param name="Scores">Mean and deviation of the first and of the later scores.</param>
/// <param name="Parts">The numbers by reason, or the one who has most.</param>
/// <param name="Counted">What was counted, so that whoever adds up organisations also has their medians; null for outsiders.</param>
public sealed record FigureView(
    Dimension Dimension,
    string Group,
    string Indicator,
    int Version,
    bool IsHidden,
    int? Denominator,
    int? Numerator,
    decimal? Value,
    Interval? Interval,
    Interval? Quartiles,
    decimal? Missing,
    int? Better,
    Interval? DropOuts,
    decimal? Gain,
    Group? Scores,
    ValueList<ValueCount> Parts,
    Tally? Counted)
{
    internal static FigureView Of(ReportRow row) => Of(row.Figure, row.Dimension, row.Group, row.Counted);

    internal static FigureView Of(Figure figure, Dimension dimension, string group, Tally? counted = null) => new(
        dimension, group, figure.Indicator.Id, figure.Indicator.Version, figure.IsHidden, figure.Denominator, figure.Numerator, figure.Value, figure.Interval, figure.Quartiles, figure.Missing,
        figure.Better, figure.DropOuts, figure.Gain, figure.Scores, figure.Parts, counted);
}
