using System.Text.Json;
using Workflows.Referrals.Pathways;
using Workflows.Referrals.Timeline;

namespace Workflows.Referrals.Insights.Facts;

/// <summary>The classes of a profile: data, in <c>profile.json</c>, the same for every organisation.</summary>
/// <param name="AgeBands">The youngest first.</param>
/// <param name="ReasonGroups">The first that holds a code is its group; the last holds every code.</param>
/// <param name="Programmes">National programmes.</param>
public sealed record ProfileClasses(ValueList<AgeBand> AgeBands, ValueList<ReasonGroup> ReasonGroups, ValueList<Programme> Programmes)
{
    /// <summary>The classes that come with the product.</summary>
    public static ProfileClasses Current { get; } = Read();

    static ProfileClasses Read()
    {
        using var json = typeof(ProfileClasses).Assembly.GetManifestResourceStream("Insights/profile.json")!;
        return JsonSerializer.Deserialize<ProfileClasses>(json, JsonSerializerOptions.Web)!;
    }
}

/// <summary>A class of age.</summary>
/// <param name="Id">Such as "65-79".</param>
/// <param name="From">The youngest age in it, in whole years.</param>
public sealed record AgeBand(string Id, int From);

/// <summary>A class of reasons.</summary>
/// <param name="Id">Its code.</param>
/// <param name="Text">What people call it.</param>
/// <param name="Codes">What the codes in it begin with.</param>
public sealed record ReasonGroup(string Id, LocalText Text, ValueList<string> Codes)
{
    internal bool Holds(string reason) => Codes.Any(code => reason.StartsWith(code, StringComparison.Ordinal));
}

/// <summary>A national programme that pays for, or asks about, a part of the referrals.</summary>
/// <param name="Id">Such as "GALA".</param>
/// <param name="Text">What it is, and since when.</param>
/// <param name="AgeFrom">Covers only who is at least so old; null for every age.</param>
/// <param name="Pathways">Covers only these pathways; null for all.</param>
public sealed record Programme(string Id, LocalText Text, int? AgeFrom = null, ValueList<string>? Pathways = null)
{
    internal bool Covers(int? age, string pathway) => (AgeFrom is null || age >= AgeFrom) && (Pathways is null || Pathways.Contains(pathway));
}
