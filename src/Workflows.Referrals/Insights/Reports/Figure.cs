using System.Globalization;
using Workflows.Referrals.Insights.Rollups;
using Workflows.Referrals.Insights.Statistics;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Reports;

/// <summary>A number that may be shown. It cannot be made without the indicator that defines it, with its denominator, source and design; and a value cannot be made without the count that it comes from.</summary>
public sealed record Figure
{
    Figure(Indicator indicator, int? denominator, int? numerator) => (Indicator, Denominator, Numerator) = (indicator, denominator, numerator);

    /// <summary>What it means.</summary>
    public Indicator Indicator { get; }

    /// <summary>Out of how many; null when it is hidden.</summary>
    public int? Denominator { get; }

    /// <summary>How many were counted, or measured; null when it is hidden.</summary>
    public int? Numerator { get; }

    /// <summary>The count, share, median or rate, to one decimal; null when it is hidden or when there is nothing to divide by.</summary>
    public decimal? Value { get; private init; }

    /// <summary>Between which bounds the value lies in 95 of 100 samples; null without one.</summary>
    public Interval? Interval { get; private init; }

    /// <summary>The first and the third quartile of a median; null otherwise.</summary>
    public Interval? Quartiles { get; private init; }

    /// <summary>The percentage of the denominator that was not measured; null where nothing is measured.</summary>
    public decimal? Missing { get; private init; }

    /// <summary>How many of those measured twice became better; null where it is no change.</summary>
    public int? Better { get; private init; }

    /// <summary>The percentage of all that became better, if all drop-outs did badly and if all did well; null where it is no change.</summary>
    public Interval? DropOuts { get; private init; }

    /// <summary>The mean and standard deviation of the first and of the later scores of all who were measured twice; null where it is no change, or of fewer than two.</summary>
    public Group? Scores { get; private init; }

    /// <summary>By how much all who were measured twice became better together; null where it is no change.</summary>
    public decimal? Gain { get; private init; }

    /// <summary>The numbers by reason, or the one who has most; empty where it is not divided.</summary>
    public ValueList<ValueCount> Parts { get; private init; } = [];

    /// <summary>Whether the numbers are too small to be shown, or would give away one that is.</summary>
    public bool IsHidden => Denominator is null || Numerator is null;

    /// <summary>The figure of what was counted.</summary>
    /// <param name="indicator">What it means.</param>
    /// <param name="tally">What was counted.</param>
    /// <param name="inhabitants">How many people live there, for a rate; null when not known.</param>
    public static Figure Of(Indicator indicator, Tally tally, int? inhabitants = null)
    {
        var (all, counted) = (tally.Denominator, tally.Numerator);
        return indicator.Kind switch
        {
            FigureKind.Count => new(indicator, all, counted) { Value = counted },
            FigureKind.Rate => new(indicator, inhabitants, counted) { Value = inhabitants is > 0 ? Rounded(1000m * counted / inhabitants.Value) : null },
            FigureKind.Share => Share(indicator, counted, all),
            FigureKind.Distribution => Spread(indicator, tally),
            FigureKind.Change => Change(indicator, tally),
            FigureKind.Reasons => new(indicator, all, counted) { Value = counted, Parts = tally.Values },
            FigureKind.Concentration => Busiest(indicator, tally),
            _ => throw new ArgumentOutOfRangeException(nameof(indicator), indicator.Kind, "Not a kind of figure."),
        };
    }

    /// <summary>The figure of what was counted in a group.</summary>
    /// <param name="indicator">What it means.</param>
    /// <param name="counted">What was counted.</param>
    /// <param name="inhabitants">How many people live there, for a rate; null when not known.</param>
    public static Figure From(Indicator indicator, RollupGroup counted, int? inhabitants = null) =>
        Of(indicator, counted.Of(indicator.Id), inhabitants) with { Scores = indicator.Kind is FigureKind.Change ? counted.ScoresOf(indicator.Id) : null };

    /// <summary>A figure that must not be shown.</summary>
    /// <param name="indicator">What it means.</param>
    /// <param name="denominator">Out of how many, where that may be known.</param>
    public static Figure Hidden(Indicator indicator, int? denominator) => new(indicator, denominator, null);

    /// <summary>The same without what a reader could compute from it.</summary>
    internal Figure WithoutBetter() => this with { Better = null, DropOuts = null };

    /// <summary>The same with only some of its parts.</summary>
    internal Figure OnlyParts(Func<string, bool> shown) => this with { Parts = [.. Parts.Where(part => shown(part.Value))] };

    static Figure Share(Indicator indicator, int counted, int all) => new(indicator, all, counted)
    {
        Value = all > 0 ? Rounded(100m * counted / all) : null,
        Interval = all > 0 ? Percent(Wilson.Of(counted, all)) : null,
    };

    /// <summary>Of two who have equally many the first by name.</summary>
    static Figure Busiest(Indicator indicator, Tally tally) =>
        Share(indicator, tally.Values.Select(value => value.Count).DefaultIfEmpty().Max(), tally.Denominator) with
        {
            Parts = [.. tally.Values.OrderByDescending(value => value.Count).Take(1)],
        };

    static Figure Spread(Indicator indicator, Tally tally)
    {
        var values = new Distribution(tally.Values.Select(value => (Number(value.Value), value.Count)));
        return new(indicator, tally.Denominator, values.Count)
        {
            Value = values.Count > 0 ? Rounded(values.Median) : null,
            Quartiles = values.Count > 0 ? new((double)Rounded(values.Quartiles.First), (double)Rounded(values.Quartiles.Third)) : null,
            Interval = Bootstrap.OfMedian(values),
            Missing = tally.Denominator > 0 ? Rounded(100m * (tally.Denominator - values.Count) / tally.Denominator) : null,
        };
    }

    static Figure Change(Indicator indicator, Tally tally)
    {
        var better = tally.Values.Where(value => IsBetter(indicator, value.Value)).Sum(value => value.Count);
        return Spread(indicator, tally) with
        {
            Better = better,
            Gain = tally.Values.Sum(value => Number(value.Value) * value.Count) * (indicator.Better is Insights.Better.Lower ? -1 : 1),
            DropOuts = tally.Denominator > 0 && Statistics.DropOuts.Of(better, tally.Numerator, tally.Denominator) is var bounds ? Percent(new(bounds.Worst, bounds.Best)) : null,
        };
    }

    /// <summary>Whether a change is one for the better.</summary>
    internal static bool IsBetter(Indicator indicator, string change) => indicator.Better is Insights.Better.Lower ? Number(change) < 0 : Number(change) > 0;

    static decimal Number(string value) => decimal.Parse(value, CultureInfo.InvariantCulture);

    static Interval Percent(Interval share) => new((double)Rounded(100m * (decimal)share.Low), (double)Rounded(100m * (decimal)share.High));

    static decimal Rounded(decimal value) => Math.Round(value, 1, MidpointRounding.AwayFromZero);
}
