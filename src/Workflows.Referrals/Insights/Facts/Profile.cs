using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Facts;

/// <summary>What is known of a person in figures: classes, made once when the referral arrives. The birth date, the address and the reasons stay in the dossier.</summary>
/// <remarks>
/// The timeline holds none of this: it travels over the bus. A profile is kept beside the facts and stays when the dossier is erased, so that figures stay as they were;
/// nothing in it leads to a person, and no report shows a group smaller than the threshold.
/// </remarks>
/// <param name="AgeBand">The class of age on the day of receipt, such as "65-79".</param>
/// <param name="Neighbourhood">The four digits of the postal code.</param>
/// <param name="ReasonGroup">The class of the first reason that was given.</param>
/// <param name="Programmes">The national programmes that it falls under, such as "GALA".</param>
public sealed record Profile(string AgeBand, string Neighbourhood, string ReasonGroup, ValueList<string> Programmes)
{
    /// <summary>The class of what nobody told.</summary>
    public const string NotKnown = "unknown";

    /// <summary>Nothing is known.</summary>
    public static Profile Unknown { get; } = new(NotKnown, NotKnown, NotKnown, []);

    /// <summary>The classes of a person.</summary>
    /// <param name="age">In whole years on the day of receipt; null when not known.</param>
    /// <param name="area">The postal code area (four digits); null when not known.</param>
    /// <param name="reasons">The reason codes, the most important first.</param>
    /// <param name="pathway">The id of the pathway.</param>
    public static Profile Of(int? age, string? area, ValueList<string> reasons, string pathway) => new(
        age is null ? NotKnown : ProfileClasses.Current.AgeBands.Last(band => band.From <= age).Id,
        area ?? NotKnown,
        reasons is [var first, ..] ? ProfileClasses.Current.ReasonGroups.First(group => group.Holds(first)).Id : NotKnown,
        [.. ProfileClasses.Current.Programmes.Where(programme => programme.Covers(age, pathway)).Select(programme => programme.Id)]);
}
