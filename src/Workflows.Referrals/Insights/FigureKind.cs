using System.Text.Json.Serialization;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights;

/// <summary>What a figure looks like.</summary>
[JsonConverter(typeof(EnumAsText<FigureKind>))]
public enum FigureKind
{
    /// <summary>A number of referrals.</summary>
    Count,

    /// <summary>A number of referrals per thousand inhabitants.</summary>
    Rate,

    /// <summary>A part of the denominator, with a Wilson interval.</summary>
    Share,

    /// <summary>A median with its quartiles and a bootstrap interval; what was not measured is missing.</summary>
    Distribution,

    /// <summary>The difference of two measurements of one person; who has only one is a drop-out.</summary>
    Change,

    /// <summary>Numbers of referrals by reason.</summary>
    Reasons,

    /// <summary>The share of the one who has most.</summary>
    Concentration,
}

/// <summary>In which unit a figure's value stands.</summary>
[JsonConverter(typeof(EnumAsText<Unit>))]
public enum Unit
{
    /// <summary>Referrals.</summary>
    Referrals,

    /// <summary>Referrals for each thousand inhabitants.</summary>
    PerThousandInhabitants,

    /// <summary>Hundredths, 0 to 100.</summary>
    Percent,

    /// <summary>Calendar days in Amsterdam.</summary>
    Days,

    /// <summary>Points of the instrument.</summary>
    Points,

    /// <summary>Visits to the GP.</summary>
    Visits,
}

/// <summary>In which direction a value becomes better.</summary>
[JsonConverter(typeof(EnumAsText<Better>))]
public enum Better
{
    /// <summary>More is better.</summary>
    Higher,

    /// <summary>Less is better.</summary>
    Lower,
}

/// <summary>What a figure is counted from.</summary>
[JsonConverter(typeof(EnumAsText<Basis>))]
public enum Basis
{
    /// <summary>What took place: a practice hears the same of its own patients one by one.</summary>
    Process,

    /// <summary>What clients answered: that is for the worker, and not for the practice of one client.</summary>
    Measurement,
}

/// <summary>What may be concluded from a figure. It stands beside the figure wherever that is shown.</summary>
[JsonConverter(typeof(EnumAsText<Design>))]
public enum Design
{
    /// <summary>It tells what took place.</summary>
    Description,

    /// <summary>Before and after of the same persons: not causal, people also get better by themselves.</summary>
    BeforeAndAfter,

    /// <summary>The change compared with that of another group: causal only as far as the groups would have gone the same way.</summary>
    DifferenceInDifferences,

    /// <summary>Counted, priced and divided by somebody's choice: an estimate.</summary>
    Estimate,
}
