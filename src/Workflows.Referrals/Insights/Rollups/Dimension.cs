using System.Globalization;
using System.Text.Json.Serialization;
using Workflows.Referrals.Insights.Facts;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Rollups;

/// <summary>By what figures are divided into groups. In each of them a referral stands in one group.</summary>
[JsonConverter(typeof(EnumAsText<Dimension>))]
public enum Dimension
{
    /// <summary>All together.</summary>
    Total,

    /// <summary>The four digits of the postal code.</summary>
    Neighbourhood,

    /// <summary>The class of age.</summary>
    AgeBand,

    /// <summary>The class of the first reason.</summary>
    ReasonGroup,

    /// <summary>The national programmes that it falls under, all of them in one word: "GALA+IZA".</summary>
    Programme,

    /// <summary>The practice that refers, for the organisation and that practice only.</summary>
    Practice,

    /// <summary>The month in which the support began, such as "2026-04": a cohort that is followed for years.</summary>
    StartMonth,

    /// <summary>The month of receipt, such as "2026-04".</summary>
    Month,
}

/// <summary>In which group a referral stands.</summary>
static class Groups
{
    public const string Everybody = "total";

    public static string Of(Dimension dimension, Fact fact) => dimension switch
    {
        Dimension.Total => Everybody,
        Dimension.Neighbourhood => fact.Profile.Neighbourhood,
        Dimension.AgeBand => fact.Profile.AgeBand,
        Dimension.ReasonGroup => fact.Profile.ReasonGroup,
        Dimension.Programme => fact.Profile.Programmes is [] ? "none" : string.Join('+', fact.Profile.Programmes),
        Dimension.Practice => fact.Practice,
        Dimension.StartMonth => fact.Started is { } started ? Month(started) : "none",
        Dimension.Month => Month(fact.Cohort),
        _ => throw new ArgumentOutOfRangeException(nameof(dimension), dimension, "Not a dimension."),
    };

    /// <summary>A month as it is written.</summary>
    public static string Month(DateOnly day) => day.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
