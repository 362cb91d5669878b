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

    static readonly Dictionary<string, Measure> ById = new()
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
        ["change-bodily-functions"] = Dimension("bodily-functions"),
        ["change-mental-well-being"] = Dimension("mental-well-being"),
        ["change-meaning"] = Dimension("meaning"),
        ["change-quality-of-life"] = Dimension("quality-of-life"),
        ["change-participation"] = Dimension("participation"),
        ["change-daily-functioning"] = Dimension("daily-functioning"),
        ["change-loneliness"] = Change(InstrumentIds.DeJongGierveld6),
        ["change-well-being"] = Change(InstrumentIds.Who5),
        ["change-own-goal"] = Change(InstrumentIds.OwnGoal),
        ["change-gp-visits"] = Change(InstrumentIds.GpVisits),
        ["satisfaction"] = Value(fact => fact.Satisfaction),
        ["still-active-3"] = StillActive(3),
        ["still-active-6"] = StillActive(6),
        ["still-active-12"] = StillActive(12),
        ["still-active-24"] = StillActive(24),
        ["shift-of-line"] = If(fact => fact.ChangeIn(InstrumentIds.CareLine)?.Difference < 0),
        ["bus-factor-referrer"] = new(fact => fact.Practice),
        ["bus-factor-worker"] = new(fact => fact.Worker, (fact, _) => fact.IsAccepted),
    };

    /// <summary>The ids of all indicators that can be counted.</summary>
    public static IEnumerable<string> Ids => ById.Keys;

    /// <summary>How an indicator is counted.</summary>
    /// <param name="indicator">The indicator's id.</param>
    /// <exception cref="KeyNotFoundException">There is no such indicator.</exception>
    public static Measure Of(string indicator) => ById[indicator];

    /// <summary>A value as it stands in a tally.</summary>
    internal static string Text(decimal value) => value.ToString("0.###", CultureInfo.InvariantCulture);

    static Measure If(Func<Fact, bool> holds) => new(fact => holds(fact) ? Yes : null);

    static Measure Value(Func<Fact, decimal?> of) => new(fact => of(fact) is { } value ? Text(value) : null);

    static Measure Change(string measure) => Value(fact => fact.ChangeIn(measure)?.Difference);

    static Measure Dimension(string part) => Change($"{InstrumentIds.PositieveGezondheid}.{part}");

    /// <summary>Only of those who were asked long enough ago to have answered.</summary>
    static Measure StillActive(int months) => new(
        fact => fact.ActiveAfter.Contains(months) ? Yes : null,
        (fact, through) => (fact.Started ?? fact.Received).AddMonths(months + 1) <= through);
}
