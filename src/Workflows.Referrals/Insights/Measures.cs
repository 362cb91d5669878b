using System.Globalization;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Outcomes;

namespace Workflows.Referrals.Insights;

/// <summary>How an indicator of the catalogue is counted.</summary>
/// <param name="Counts">What a fact adds: a value, reason or name; null when it adds nothing and is only part of the denominator.</param>
/// <param name="Belongs">Whether a fact is part of the denominator, seen at the end of a day; null when every fact is.</param>
public sealed record Measure(Func<Fact, string?> Counts, Func<Fact, DateOnly, bool>? Belongs = null);

/// <summary>The measures of all indicators, by the indicator's id.</summary>
public static class Measures
{
    const string Yes = "1";

    /// <summary>What is measured twice, by the indicator that shows the change.</summary>
    static readonly Dictionary<string, string> Changes = new()
    {
        ["change-bodily-functions"] = Dimension("bodily-functions"),
        ["change-mental-well-being"] = Dimension("mental-well-being"),
        ["change-meaning"] = Dimension("meaning"),
        ["change-quality-of-life"] = Dimension("quality-of-life"),
        ["change-participation"] = Dimension("participation"),
        ["change-daily-functioning"] = Dimension("daily-functioning"),
        ["change-loneliness"] = InstrumentIds.DeJongGierveld6,
        ["change-well-being"] = InstrumentIds.Who5,
        ["change-own-goal"] = InstrumentIds.OwnGoal,
        ["change-gp-visits"] = InstrumentIds.GpVisits,
    };

    static readonly Dictionary<string, Measure> ById = new(Changes.Select(change => KeyValuePair.Create(change.Key, Value(fact => fact.ChangeIn(change.Value)?.Difference))))
    {
        ["referrals"] = new(_ => Yes),
        ["reach"] = new(_ => Yes),
        ["days-to-first-contact"] = Value(fact => fact.DaysToFirstContact),
        ["accepted"] = If(fact => fact.IsAccepted),
        ["handover-held"] = If(fact => fact.IsHandedOver),
        ["started"] = If(fact => fact.Started is not null),
        ["attended"] = If(fact => fact.HasAttended),
        ["completed"] = If(fact => fact.IsCompleted),
        ["unmet-need"] = If(fact => fact.IsUnmet),
        ["reasons-not-started"] = new(fact => fact.NotStartedBecause),
        ["reasons-stopped"] = new(fact => fact.StoppedBecause),
        ["feedback-given"] = If(fact => fact.DaysToFeedback is not null),
        ["days-to-feedback"] = Value(fact => fact.DaysToFeedback),
        ["satisfaction"] = Value(fact => fact.Satisfaction),
        ["still-active-3"] = StillActive(3),
        ["still-active-6"] = StillActive(6),
        ["still-active-12"] = StillActive(12),
        ["still-active-24"] = StillActive(24),
        ["shift-of-line"] = If(fact => fact.ChangeIn(InstrumentIds.CareLine)?.Difference < 0),
        ["bus-factor-referrer"] = new(fact => fact.Practice),
        ["bus-factor-worker"] = new(fact => fact.Worker, (fact, _) => fact.IsAccepted),
    };

    /// <summary>The first and the later score behind each change, as tallies of their own: whoever compares with another group needs to know where both began.</summary>
    internal static IEnumerable<(string Name, Measure Measure)> Scores => Changes.SelectMany(change => ((string, Measure)[])
        [(Before(change.Key), Value(fact => fact.ChangeIn(change.Value)?.Before)), (After(change.Key), Value(fact => fact.ChangeIn(change.Value)?.After))]);

    /// <summary>The ids of all indicators that can be counted.</summary>
    public static IEnumerable<string> Ids => ById.Keys;

    /// <summary>How an indicator is counted.</summary>
    /// <param name="indicator">The indicator's id.</param>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    public static Measure Of(string indicator) => ById[indicator];

    /// <summary>The name of the tally of first scores.</summary>
    internal static string Before(string indicator) => $"{indicator}.before";

    /// <summary>The name of the tally of later scores.</summary>
    internal static string After(string indicator) => $"{indicator}.after";

    /// <summary>A value as it stands in a tally.</summary>
    internal static string Text(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    static Measure If(Func<Fact, bool> holds) => new(fact => holds(fact) ? Yes : null);

    static Measure Value(Func<Fact, decimal?> of) => new(fact => of(fact) is { } value ? Text(value) : null);

    static string Dimension(string part) => $"{InstrumentIds.PositieveGezondheid}.{part}";

    /// <summary>Only of those who were asked long enough ago to have answered.</summary>
    static Measure StillActive(int months) => new(
        fact => fact.ActiveAfter.Contains(months) ? Yes : null,
        (fact, through) => fact.IsAskedAfter(months, through));
}
